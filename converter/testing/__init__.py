"""Conformance checks for readers, writers and stores: ours and everybody's are held to the same contract.

    from converter.testing import check_writer
    from my_plugin import WRITER

    def test_writer_keeps_the_contract() -> None:
        check_writer(WRITER, articles=[my_article])

A check raises AssertionError with the clause that does not hold. It needs no
test framework.
"""

from __future__ import annotations

from converter.core.errors import ConverterError, UnreadableInput
from converter.core.notices import CODES
from converter.formats import losses
from converter.formats.options import describe
from converter.formats.records import Context, ReaderRecord, Record, Source, WriterRecord
from converter.formats.registry import load
from converter.model import canonical
from converter.model.article import Article
from converter.testing.stores import check_store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from converter.core.notices import Notice
    from converter.core.values import Value

__all__ = ["check_reader", "check_store", "check_writer"]

_RECORD = Record(version_created="2024-05-24T08:00:00Z", first_created="2024-05-24T08:00:00Z")


def check_writer(writer: WriterRecord, articles: Iterable[Article], options: Value | None = None) -> None:
    """Raise AssertionError unless the writer keeps its contract for each article.

    It gives bytes, and the same ones again; every notice has a code of ours
    or is named `plugin:code`; what its record declares as losses are parts of
    the model, and it gives no notice of a loss that is not declared; its
    options can be set and are documented. An article that the format cannot
    hold at all may be refused with a ConverterError, each time.
    """
    _check_record(writer, writer.extension)
    _check_losses(writer)
    chosen = options or load(writer.options)()
    for article in articles:
        first, second = (_written(writer, article, chosen) for _ in range(2))
        assert first == second, f"{writer.name}: the same article gave other bytes or notices the second time"


def check_reader(reader: ReaderRecord, sources: Iterable[bytes], options: Value | None = None) -> None:
    """Raise AssertionError unless the reader keeps its contract for each source.

    It gives an article with a valid canonical form that comes back equal, and
    the same one again; it loses no character of what its `decode` gives; its
    `sniff` does not deny its own sources; no bytes at all are UnreadableInput.
    """
    for extension in reader.extensions:
        _check_record(reader, extension)
    chosen = options or load(reader.options)()
    function = load(reader.function)
    for source in sources:
        first, second = Context(Source("-")), Context(Source("-"))
        article = function(source, chosen, first)
        assert isinstance(article, Article), f"{reader.name}: gave {type(article).__name__}, not an Article"
        assert article == function(source, chosen, second), f"{reader.name}: gave another article the second time"
        assert first.notices == second.notices, f"{reader.name}: gave other notices the second time"
        _check_codes(reader.name, first.notices)
        canonical.gate(article)
        if reader.decode:
            losses.require_all_characters(load(reader.decode)(source, chosen, Context(Source("-"))), article)
        if reader.sniff:
            assert load(reader.sniff)(source) is not False, f"{reader.name}: its sniff denies a source that it reads"
    try:
        function(b"", chosen, Context(Source("-")))
    except UnreadableInput:
        return
    raise AssertionError(f"{reader.name}: took no bytes at all for an article; raise UnreadableInput")


def _written(writer: WriterRecord, article: Article, options: Value) -> tuple[bytes | None, str, tuple[Notice, ...]]:
    context = Context(Source("-"), record=_RECORD)
    try:
        output = load(writer.function)(article, options, context)
    except ConverterError as refusal:
        return None, str(refusal), context.notices
    assert isinstance(output, bytes), f"{writer.name}: gave {type(output).__name__}, not bytes"
    assert output, f"{writer.name}: gave no bytes"
    _check_codes(writer.name, context.notices)
    for notice in context.notices:
        assert notice.kind != "loss" or any(loss.says(notice) for loss in losses.declared(writer)), (
            f"{writer.name}: gives the notice {notice.code!r} of a loss that its record does not declare"
        )
    return output, "", context.notices


def _check_record(record: ReaderRecord | WriterRecord, extension: str) -> None:
    name = record.name
    assert name.isidentifier(), f"{name!r}: a format's name is a word that --to and --set can hold"
    assert name == name.lower(), f"{name}: a format's name is in lower case"
    assert extension.startswith("."), f"{name}: the extension {extension!r} begins with no full stop"
    assert record.description, f"{name}: says nothing of itself for `convert formats`"
    for option in describe(load(record.options)):  # Raises TypeError for a type that no setting can have.
        assert option.meaning, f"{name}: the option {option.name} has no docstring"


def _check_losses(writer: WriterRecord) -> None:
    for loss in losses.declared(writer):
        for name in loss.parts:
            try:
                losses.part(name)
            except ValueError as error:
                raise AssertionError(f"{writer.name}: declares a loss of {name!r}: {error}") from error


def _check_codes(name: str, notices: Iterable[Notice]) -> None:
    for notice in notices:
        assert notice.code in CODES or ":" in notice.code, (
            f"{name}: the notice {notice.code!r} is no code of ours; name your own {name}:{notice.code}"
        )
