"""
Python written once for each kind of value, so that no field is asked what it is each time.

    kind, name of a variable --word_of / value_of / bytes_of--> an expression
    lines of a function --Source.build--> the function

    RevenueSplit, four words of storage:    w = read(slot, 4)
                                            d["author_bps"] = w[1] if w[1] < 65536 else n2(w[1])

What is written says what the kinds of chain.kit.abi do, and falls back on them for every value
that is not an ordinary one: they alone refuse.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from functools import lru_cache
from typing import Any, Final

from chain.errors import Malformed
from chain.kit.abi import (
    WORD,
    AbiType,
    AddressType,
    Bytes32Type,
    EnumType,
    StringType,
    UintType,
    WordType,
    decode_sequence,
)

SELECTOR_BYTES: Final = 4
ADDRESS_BYTES: Final = 20
ADDRESS_PAD: Final = bytes(WORD - ADDRESS_BYTES)
NAME_LENGTH_MAX: Final = 64  # of texts that are worth remembering
_TEXT: Final = StringType()
FIELD: Final = "value.{}"  # how a plan reads a field of the record that it is given


class Source:
    """A function in the making: its lines, and the objects that they name."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.names: dict[str, Any] = {"from_bytes": int.from_bytes, "new": object.__new__}

    def name(self, thing: Any) -> str:
        """Return a name for an object."""
        name = f"n{len(self.names)}"
        self.names[name] = thing
        return name

    def keep(self, variable: str, expression: str) -> str:
        """Assign an expression to a variable, unless it is one; return the variable."""
        if expression.isidentifier():
            return expression
        self.lines.append(f"{variable} = {expression}")
        return variable

    def build(self, what: str, arguments: str) -> Callable[..., Any]:
        """Return the function; `what` it does shows in tracebacks."""
        text = f"def plan({arguments}):\n" + "\n".join(f"    {line}" for line in self.lines)
        exec(compile(text, f"<{what}>", "exec"), self.names)  # of declarations, never of input
        built: Callable[..., Any] = self.names["plan"]
        return built


def value_of(source: Source, kind: WordType, word: str) -> str:
    """Return the expression for the value of a word that stands in a variable."""
    if type(kind) is UintType:
        if kind.bits == 8 * WORD:
            return word
        return f"{word} if {word} < {1 << kind.bits} else {source.name(kind.from_word)}({word})"
    if type(kind) is AddressType:
        refuse = source.name(kind.from_word)
        end = 1 << 8 * ADDRESS_BYTES
        return f'{word}.to_bytes({ADDRESS_BYTES}, "big") if {word} < {end} else {refuse}({word})'
    if type(kind) is Bytes32Type:
        return f'{word}.to_bytes({WORD}, "big")'
    if type(kind) is EnumType:
        members = source.name({int(member): member for member in kind.python})
        refuse = source.name(kind.from_word)
        return f"{members}[{word}] if {word} in {members} else {refuse}({word})"
    return f"{source.name(kind.from_word)}({word})"


def word_of(source: Source, kind: WordType, value: str) -> str:
    """Return the expression for the word of a value that stands in a variable."""
    make = source.name(kind.to_word)
    if type(kind) is UintType:
        end = 1 << kind.bits
        return f"{value} if {value}.__class__ is int and 0 <= {value} < {end} else {make}({value})"
    if type(kind) is AddressType:
        is_whole = f"len({value}) == {ADDRESS_BYTES}"
        return f'from_bytes({value}, "big") if {is_whole} else {make}({value})'
    return f"{make}({value})"


def bytes_of(source: Source, kind: AbiType, value: str) -> str:
    """Return the expression for the encoding of a value that stands in a variable."""
    if type(kind) is StringType:
        return f"{source.name(encode_text)}({value})"
    if type(kind) is UintType and kind.bits == 8 * WORD:
        return f'{value}.to_bytes({WORD}, "big")'  # which refuses what does not fit
    make = source.name(kind.encode)
    if type(kind) is UintType:
        is_in = f"{value}.__class__ is int and 0 <= {value} < {1 << kind.bits}"
        return f'{value}.to_bytes({WORD}, "big") if {is_in} else {make}({value})'
    if type(kind) is AddressType:
        pad = source.name(ADDRESS_PAD)
        return f"{pad} + {value} if len({value}) == {ADDRESS_BYTES} else {make}({value})"
    if type(kind) is Bytes32Type:
        return f"{value} if len({value}) == {WORD} else {make}({value})"
    return f"{make}({value})"


def encode_text(value: str) -> bytes:
    """Return the encoding of a text."""
    return _encode_name(value) if len(value) <= NAME_LENGTH_MAX else _TEXT.encode(value)


@lru_cache(maxsize=4_096)  # names and reasons recur
def _encode_name(value: str) -> bytes:
    return _TEXT.encode(value)


def sequence_of(source: Source, members: Iterable[tuple[AbiType, str]]) -> str:
    """
    Return the expression for the encoding of a tuple, heads first; members come with expressions.

    Adds the lines that name its parts.
    """
    pairs = list(members)
    size = sum(kind.size for kind, _ in pairs)
    heads: list[str] = []
    tails: list[str] = []
    offset = str(size)
    for at, (kind, expression) in enumerate(pairs):
        value = source.keep(f"v{at}", expression)
        if not kind.is_dynamic:
            heads.append(f"({bytes_of(source, kind, value)})")
            continue
        source.lines.append(f"t{at} = {bytes_of(source, kind, value)}")
        if tails:
            heads.append(f'({offset}).to_bytes({WORD}, "big")')
        else:
            heads.append(source.name(size.to_bytes(WORD, "big")))
        tails.append(f"t{at}")
        offset += f" + len(t{at})"
    parts = heads + tails
    if len(parts) == 1:
        return parts[0]
    return f"b''.join(({', '.join(parts)}))" if parts else "b''"


def encoder_of(record: Any, fields: dict[str, AbiType]) -> Callable[[Any], bytes]:
    """Return what encodes some fields of a record as a tuple."""
    source = Source()
    whole = sequence_of(source, ((kind, FIELD.format(name)) for name, kind in fields.items()))
    source.lines.append(f"return {whole}")
    return source.build(f"encoding of {record.__name__}", "value")


def decoder_of(what: str, members: Sequence[AbiType]) -> Callable[[bytes], list[Any]]:
    """
    Return what decodes a tuple behind the four bytes of a selector; raises Malformed.

    What is not as it should be is decoded once more by `decode_sequence`, which says why.
    """
    source, kinds = Source(), list(members)
    size, at = sum(kind.size for kind in kinds), SELECTOR_BYTES
    refused = source.name(Malformed)
    source.lines += ["try:", f"    if len(data) < {size + at}: raise {refused}"]
    source.lines.append(f"    tail = {size + at}")
    for index, kind in enumerate(kinds):
        head = f'from_bytes(data[{at}:{at + WORD}], "big")'
        if isinstance(kind, WordType):
            source.lines.append(f"    w = {head}")
            source.lines.append(f"    v{index} = {value_of(source, kind, 'w')}")
        elif not kind.is_dynamic:
            source.lines.append(f"    v{index} = {source.name(kind.decode)}(data, {at})")
        else:
            source.lines.append(f"    if {head} != tail - {SELECTOR_BYTES}: raise {refused}")
            source.lines.append(f"    v{index} = {source.name(kind.decode)}(data, tail)")
            if any(later.is_dynamic for later in kinds[index + 1 :]):
                length = source.name(kind.length_of)
                source.lines.append(f"    tail += {length}(v{index})")
        at += kind.size
    source.lines.append(f"    return [{', '.join(f'v{index}' for index in range(len(kinds)))}]")
    source.lines.append(f"except {refused}:")
    why = f"{source.name(decode_sequence)}({source.name(kinds)}, data[{SELECTOR_BYTES}:])"
    source.lines.append(f"    return {why}")
    return source.build(f"arguments of {what}", "data")


def initialiser_of(record: Any, defaults: Mapping[str, Any]) -> Callable[..., None]:
    """Return the __init__ of a record: its fields by position or name, those with defaults last."""
    source = Source()
    given = {name: source.name(value) for name, value in defaults.items()}
    names = [item.name for item in fields(record)]
    arguments = [f"{name}={given[name]}" if name in given else name for name in names]
    # Fields may be called `self` or `fields`, but not begin with two underscores.
    source.lines.append("__kept = __self.__dict__")
    source.lines += [f'__kept["{name}"] = {name}' for name in names]
    return source.build(f"fields of {record.__name__}", ", ".join(("__self", *arguments)))


def key_encoder_of(kind: AbiType, is_text: bool) -> Callable[[Any], bytes]:
    """Return what makes the bytes that a mapping hashes of a key: a padded word, or a text's."""
    source = Source()
    if is_text:
        source.lines.append("return key.encode() if key.__class__ is str else bytes(key)")
    else:
        source.lines.append(f"return {bytes_of(source, kind, 'key')}")
    return source.build(f"key of a mapping by {kind.name}", "key")


def make_record(source: Source, record: Any, values: Iterable[tuple[str, str]]) -> str:
    """Add the lines that make a record of values by name; return the variable it is in."""
    found = f"r{len(source.lines)}"
    source.lines += [f"{found} = new({source.name(record)})", f"fields = {found}.__dict__"]
    source.lines += [f'fields["{name}"] = {expression}' for name, expression in values]
    return found
