"""How tools write numbers for a development chain: as hex, as JSON integers, or in decimal."""

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Final

from chain.errors import Malformed
from chain.params import UINT64_MAX, UINT256_MAX
from rpc.errors import describe
from rpc.methods import QUANTITY_SCHEMA, Reading, Schema
from rpc.shapes import parse_quantity

DECIMAL_DIGITS_MAX: Final = 78  # of 2**256 written in decimal
NUMBER_SCHEMA: Final[Schema] = {
    "oneOf": [
        QUANTITY_SCHEMA,
        {"type": "integer", "minimum": 0},
        {"type": "string", "pattern": "^[0-9]+$"},
    ]
}


def parse_number(value: Any, maximum: int) -> int:
    """Read a number in any of the three ways; raises Malformed."""
    if isinstance(value, int) and not isinstance(value, bool):
        found = value
    elif isinstance(value, str) and value.isascii() and value.isdigit():
        if len(value) > DECIMAL_DIGITS_MAX:
            raise Malformed(f"at most {DECIMAL_DIGITS_MAX} digits expected, found {len(value)}")
        found = int(value)
    else:
        found = _parse_hex(value)
    if not 0 <= found <= maximum:
        raise Malformed(f"0 to {maximum} expected, found {describe(found)}")
    return found


def _parse_hex(value: Any) -> int:
    """Read a quantity; tools pad theirs with zeros now and then."""
    if isinstance(value, str) and value[:2] == "0x" and len(value) > 2:
        value = "0x" + (value[2:].lstrip("0") or "0")
    return parse_quantity(value)


Number = Annotated[int, Reading(lambda value: parse_number(value, UINT64_MAX), NUMBER_SCHEMA)]
Amount = Annotated[int, Reading(lambda value: parse_number(value, UINT256_MAX), NUMBER_SCHEMA)]


@dataclass(frozen=True, slots=True)
class MineRequest:
    """What evm_mine takes: a time, or an object that says how many blocks, too."""

    time_s: int | None = None
    blocks: int = 1

    SCHEMA: ClassVar[Schema] = {
        "title": "time of the block, or blocks and time",
        "oneOf": [
            *NUMBER_SCHEMA["oneOf"],
            {
                "type": "object",
                "properties": {"timestamp": NUMBER_SCHEMA, "blocks": NUMBER_SCHEMA},
            },
        ],
    }

    @classmethod
    def decode(cls, value: Any) -> "MineRequest":
        """Read either form; raises Malformed."""
        if not isinstance(value, dict):
            return cls(parse_number(value, UINT64_MAX))
        time, blocks = value.get("timestamp"), value.get("blocks")
        return cls(
            None if time is None else parse_number(time, UINT64_MAX),
            1 if blocks is None else parse_number(blocks, UINT64_MAX),
        )
