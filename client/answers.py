"""Numbers, bytes and addresses in a node's answers, read strictly."""

from typing import Any, Final

from eth_utils.address import to_checksum_address

from client.errors import AnswerInvalid, shown

ADDRESS_CHARACTERS: Final = 42


def number(answer: Any) -> int:
    """Return a quantity, "0x1f"; raises AnswerInvalid."""
    try:
        if not answer.startswith("0x"):
            raise ValueError("no 0x")
        return int(answer, 16)
    except (AttributeError, TypeError, ValueError):
        raise AnswerInvalid(f"a quantity like 0x1f expected, found {shown(answer)}") from None


def data(answer: Any) -> bytes:
    """Return bytes, "0x00ff"; raises AnswerInvalid."""
    try:
        if not answer.startswith("0x"):
            raise ValueError("no 0x")
        return bytes.fromhex(answer[2:])
    except (AttributeError, TypeError, ValueError):
        raise AnswerInvalid(f"bytes like 0x00ff expected, found {shown(answer)}") from None


def address(answer: Any) -> str:
    """Return an address in mixed case; raises AnswerInvalid."""
    if len(data(answer)) * 2 + 2 != ADDRESS_CHARACTERS:
        raise AnswerInvalid(f"an address expected, found {shown(answer)}")
    return to_checksum_address(answer)


def field(answer: Any, name: str) -> Any:
    """Return a member of an object; raises AnswerInvalid."""
    if not isinstance(answer, dict) or name not in answer:
        raise AnswerInvalid(f"an object with {name} expected, found {shown(answer)}")
    return answer[name]


def hexed(raw: bytes) -> str:
    """Return bytes as a node takes them."""
    return "0x" + raw.hex()
