"""
What an order asks for, as the document whose hash the order names.

    {"input": "<64 hex>", "kind": "embed", "model": "hashing-256"}  --keccak-256--> terms.spec

One document has one text: keys sorted, no spaces. Anything else is refused, so that a job has one
hash, and whoever judges it runs what the provider ran.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import orjson

DOCUMENT_BYTES_MAX: Final = 4_096
KEY_CHARACTERS: Final = 64
OPTIONS_MAX: Final = 8
OPTION_CHARACTERS_MAX: Final = 256


class DocumentWrong(ValueError):
    """Bytes that are no document of a job; the message says what was expected and found."""


@dataclass(frozen=True)
class Document:
    """A job: its kind, the key of its input in a store, and what else its kind takes."""

    kind: str
    input: bytes
    options: Mapping[str, str] = field(default_factory=dict)

    def pack(self) -> bytes:
        """Return the document's bytes, the same for equal documents."""
        fields = {**self.options, "kind": self.kind, "input": self.input.hex()}
        return json.dumps(fields, sort_keys=True, separators=(",", ":")).encode()

    def option(self, name: str) -> str:
        """Return an option; raises DocumentWrong where it is missing."""
        if name not in self.options:
            raise DocumentWrong(f"a job of kind {self.kind} names its {name}")
        return self.options[name]


def read_document(data: bytes) -> Document:
    """Return the document that bytes hold; raises DocumentWrong."""
    if len(data) > DOCUMENT_BYTES_MAX:
        raise DocumentWrong(f"at most {DOCUMENT_BYTES_MAX} bytes expected, found {len(data)}")
    try:
        fields = orjson.loads(data)  # bounds the depth, whatever else is loaded here
    except ValueError:
        raise DocumentWrong("JSON expected") from None
    if not isinstance(fields, dict) or not all(isinstance(v, str) for v in fields.values()):
        raise DocumentWrong("an object of texts expected")
    missing = {"kind", "input"} - fields.keys()
    if missing or len(fields) > OPTIONS_MAX:
        raise DocumentWrong(f"kind, input and a few options expected, found {sorted(fields)}")
    if max(map(len, fields.values())) > OPTION_CHARACTERS_MAX:
        raise DocumentWrong(f"at most {OPTION_CHARACTERS_MAX} characters expected in a field")
    options = {name: text for name, text in fields.items() if name not in ("kind", "input")}
    document = Document(fields["kind"], read_key(fields["input"]), options)
    if document.pack() != data:
        raise DocumentWrong("sorted keys without spaces expected")
    return document


def read_key(text: str) -> bytes:
    """Return the key of an object that 64 hexadecimal digits name; raises DocumentWrong."""
    try:
        key = bytes.fromhex(text)
    except ValueError:
        key = b""
    if key.hex() != text or len(text) != KEY_CHARACTERS:
        raise DocumentWrong(f"{KEY_CHARACTERS} hexadecimal digits expected, found {text[:80]!r}")
    return key
