"""
The heads of plain requests: POST / with a length, and nothing that changes how it is to be read.

    bytes up to the empty line --read_head--> names and values; None: the HTTP library reads it

Only what no two readers understand differently is read here: one name a line, no name twice, no
transfer encoding, no upgrade, no wish about the connection but to keep it. A head that is not read
is not refused by that: the HTTP library reads it and answers as it finds it.
"""

import re
from typing import Final

HEAD_BYTES_MAX: Final = 4_096  # of a head that is read here
END: Final = b"\r\n\r\n"
REQUEST_LINE: Final = "POST / HTTP/1.1"
# A token, and what can be seen of ASCII: neither obsolete folding nor bytes above it.
LINE: Final = re.compile(
    r"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([\x21-\x7e](?:[\t\x20-\x7e]*[\x21-\x7e])?)[ \t]*"
)
LENGTH: Final = re.compile(r"0|[1-9][0-9]{0,8}")
# What makes a request more than a head and a body of a stated length.
UNUSUAL: Final = frozenset(
    ("content-encoding", "expect", "te", "trailer", "transfer-encoding", "upgrade")
)
NEEDED: Final = ("host", "content-length", "content-type")
KEPT: Final = "keep-alive"


def read_head(head: bytes) -> dict[str, str] | None:
    """
    Return the values of a head by their names in small letters; None where it is not a plain one.

    `head` ends with the empty line. Every head that is returned has the names of NEEDED, and its
    content-length is a number of at most nine digits.
    """
    if len(head) > HEAD_BYTES_MAX or not head.endswith(END) or not head.isascii():
        return None
    first, *lines = head[: -len(END)].decode("ascii").split("\r\n")
    found = _fields(lines) if first == REQUEST_LINE else None
    return found if found is not None and _is_plain(found) else None


def _fields(lines: list[str]) -> dict[str, str] | None:
    """Return the fields; None where a line is no field or a name comes twice."""
    found: dict[str, str] = {}
    for line in lines:
        field = LINE.fullmatch(line)
        if field is None or field[1].lower() in found:
            return None
        found[field[1].lower()] = field[2]
    return found


def _is_plain(fields: dict[str, str]) -> bool:
    """Whether nothing in the fields asks for more than an answer to a body."""
    return (
        all(name in fields for name in NEEDED)
        and not UNUSUAL & fields.keys()
        and fields.get("connection", KEPT).lower() == KEPT
        and LENGTH.fullmatch(fields["content-length"]) is not None
    )
