"""Run axe on pages in a headless browser, in light and dark; run by the Python of the judges.

Prints `ok FILE` or a line a fault; the rules are WCAG 2.2's at levels A and AA.
"""

from __future__ import annotations

import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


def main(browser_path: str, files: list[str]) -> int:
    """Judge the files and return 0, or 1 where one has a fault."""
    faulty = set()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=ARGUMENTS)
        for scheme in ("light", "dark"):
            page = browser.new_page(color_scheme=scheme)
            for file in files:
                page.goto(f"file://{file}")
                for violation in Axe().run(page, options=RULES).response["violations"]:
                    faulty.add(file)
                    print(f"{file}: {scheme}: {violation['id']}: {violation['nodes'][0]['html'][:160]}")
        browser.close()
    for file in files:
        if file not in faulty:
            print(f"ok {file}")
    return 1 if faulty else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
