"""
Who acts in the filled state: so many payers, providers and owners, and a cast for scenes.

    number --> private key --> address
"""

from typing import Final

from chain.codec import address_of

PEOPLE: Final = 16  # payers, providers, owners: so many of each


def _keys(first: int, count: int) -> tuple[bytes, ...]:
    return tuple((first + n).to_bytes(32, "big") for n in range(count))


PAYER_KEYS: Final = _keys(0x100, PEOPLE)
PROVIDER_KEYS: Final = _keys(0x200, PEOPLE)
OWNER_KEYS: Final = _keys(0x300, PEOPLE)
CAST_KEYS: Final = _keys(0x400, 64)  # for scenes
PAYERS: Final = tuple(map(address_of, PAYER_KEYS))
PROVIDERS: Final = tuple(map(address_of, PROVIDER_KEYS))
OWNERS: Final = tuple(map(address_of, OWNER_KEYS))
