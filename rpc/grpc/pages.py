"""
Lists in pages: how many items a request may have, and where its page begins.

    page_size, page_token --> items from there on, next_page_token
"""

import re
from collections.abc import Sequence
from typing import Final, TypeVar

from chain.errors import Malformed
from chain.kit.text import shorten

T = TypeVar("T")

PAGE_SIZE_MAX: Final = 1_000  # items of one page; also where no size is given
_TOKEN: Final = re.compile(r"([0-9]{1,19})\.([0-9]{1,19})")


def size_of(page_size: int) -> int:
    """Return how many items a page holds; raises Malformed above the most."""
    if page_size > PAGE_SIZE_MAX:
        raise Malformed(f"page_size: at most {PAGE_SIZE_MAX} expected, found {page_size}")
    return page_size or PAGE_SIZE_MAX


def token_of(height: int, index: int) -> str:
    """Return what names the page that begins with the item `index` of a height's list."""
    return f"{height}.{index}"


def read_token(token: str) -> tuple[int, int] | None:
    """Return height and index that a token names, None for the first page; raises Malformed."""
    if not token:
        return None
    found = _TOKEN.fullmatch(token)
    if found is None:
        raise Malformed(f"page_token: what the page before named expected, found {shorten(token)}")
    return int(found[1]), int(found[2])


def page_of(items: Sequence[T], first: int, size: int) -> tuple[Sequence[T], int | None]:
    """Return the items of a page, and the index of the next page's first, if there is one."""
    following = first + size
    return items[first:following], following if following < len(items) else None
