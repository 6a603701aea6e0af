"""Numbers and blocks as Otterscan sends them: JSON integers, where others send hex."""

from typing import Annotated, Any, Final

from rpc.eth.fees import parse_block_count
from rpc.lookup import BlockId, BlockNumber
from rpc.methods import QUANTITY_SCHEMA, Reading, Schema

NUMBER_SCHEMA: Final[Schema] = {
    "title": "number",
    "oneOf": [QUANTITY_SCHEMA, {"type": "integer", "minimum": 0}],
}


def parse_block(value: Any) -> BlockId:
    """Read a block by number, however it is written, by tag or by hash; raises Malformed."""
    if isinstance(value, int) and not isinstance(value, bool):
        return BlockId(number=BlockNumber(height=parse_block_count(value)))
    return BlockId.decode(value)


Number = Annotated[int, Reading(parse_block_count, NUMBER_SCHEMA)]
Block = Annotated[
    BlockId,
    Reading(
        parse_block,
        {
            "title": "block number, tag or hash",
            "anyOf": [*BlockId.SCHEMA["anyOf"], {"type": "integer", "minimum": 0}],
        },
    ),
]
