"""One writer at a time on a file system of the network, where `flock` need not hold between machines.

There a process that writes has its name in `locks/writer`, made with O_EXCL,
which such file systems do keep; another process is refused. The file of a
process that died on this machine is taken over; of one on another machine
only a person can know.
"""

from __future__ import annotations

import os
from contextlib import suppress

from converter.core.errors import ArchiveError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.archive.disk import Disk


class Claim:
    """This process's claim on a root. Raises ArchiveError when another process has it."""

    def __init__(self, area: str, disk: Disk) -> None:
        self._disk = disk
        self._process = os.getpid()
        self._path = os.path.join(area, "locks", "writer")
        # Between processes of this machine, who alone may take over, the lock holds.
        with disk.locked(os.path.join(area, "locks", "sweep.lock")):
            try:
                self._write()
            except FileExistsError:
                self._take_over()

    def _write(self) -> None:
        self._disk.write(self._path, f"{_machine()} {self._process}\n".encode(), flush=True)

    def _take_over(self) -> None:
        with open(self._path, encoding="utf-8", errors="replace") as file:
            machine, _, process = file.read().strip().rpartition(" ")
        if machine != _machine() or not process.isdigit() or _lives(int(process)):
            raise ArchiveError(
                f"is being written to by process {process} of {machine.partition(' ')[0]}, and lies on the network",
                where=self._path,
                hint="one process at a time writes there; if that one is gone, remove this file",
            )
        self._disk.remove(self._path)
        self._write()

    def close(self) -> None:
        """Let the next one in."""
        if self._process == os.getpid():
            with suppress(OSError):
                self._disk.remove(self._path)


def _machine() -> str:
    """Return the machine's name, and which of its runs this is where it can be known: process numbers begin again."""
    try:
        with open("/proc/sys/kernel/random/boot_id", encoding="ascii") as file:
            return f"{os.uname().nodename} {file.read().strip()}"
    except OSError:
        return os.uname().nodename


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
