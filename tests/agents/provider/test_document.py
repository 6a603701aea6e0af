"""A job has one document, and anything else is refused."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.provider.document import (
    DOCUMENT_BYTES_MAX,
    Document,
    DocumentWrong,
    read_document,
    read_key,
)

KEY = bytes(range(32))
TEXTS = st.text(st.characters(codec="utf-8"), max_size=40)


@given(
    TEXTS, st.dictionaries(TEXTS.filter(lambda t: t not in ("kind", "input")), TEXTS, max_size=5)
)
def test_a_document_is_read_as_it_was_written(kind, options):
    """Packing and reading are each other's opposite."""
    document = Document(kind, KEY, options)
    assert document == read_document(document.pack())


@given(st.binary(max_size=300))
def test_noise_is_refused_by_name(data):
    """Whatever bytes a store returns, the answer is a document or DocumentWrong."""
    with suppress(DocumentWrong):
        assert data == read_document(data).pack()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"[]", "object of texts"),
        (b"{}", "kind, input"),
        (b"[" * 100_000, "at most 4096"),
        (b"[" * 4_000, "JSON"),
        (b'{"input":"00","kind":"x"}', "64 hexadecimal"),
        (b'{"input":"' + b"AB" * 32 + b'","kind":"x"}', "64 hexadecimal"),
        (b'{"kind":"x","input":"' + KEY.hex().encode() + b'"}', "sorted keys"),
        (b'{"input": "' + KEY.hex().encode() + b'","kind":"x"}', "sorted keys"),
        (b'{"input":"' + KEY.hex().encode() + b'","kind":1}', "object of texts"),
        (json.dumps({f"k{n}": "" for n in range(20)} | {"kind": "", "input": ""}).encode(), "few"),
        (b'{"input":"' + KEY.hex().encode() + b'","kind":"' + b"x" * 300 + b'"}', "characters"),
    ],
)
def test_what_is_no_document_is_refused(data, why):
    """A second way to write the same job, or none at all, is refused and says what is expected."""
    with pytest.raises(DocumentWrong, match=why):
        read_document(data)


def test_limits_are_what_they_say():
    """A missing option is named; a key is 64 lower-case digits."""
    with pytest.raises(DocumentWrong, match="names its model"):
        Document("embed", KEY).option("model")
    assert KEY == read_key(KEY.hex())
    assert 4_096 == DOCUMENT_BYTES_MAX
