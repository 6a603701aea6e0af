"""Every page of the explorer, as the town's readers come to it."""

from collections.abc import Callable, Mapping
from typing import Final

from tests.explorer.town import Town

# Where each page is, by a name for its screenshots.
PAGES: Final[Mapping[str, Callable[[Town], str]]] = {
    "home": lambda town: "/",
    "block": lambda town: f"/block/{town.block_of('order')}",
    "block-to-come": lambda town: "/block/999999999",
    "transaction": lambda town: f"/tx/{town.seen['order']}",
    "transaction-of-the-chain": lambda town: f"/tx/{town.seen['hook']}",
    "transaction-refused": lambda town: f"/tx/{town.seen['refused']}",
    "transaction-unknown": lambda town: f"/tx/0x{'12' * 32}",
    "transaction-that-deceives": lambda town: f"/tx/{town.seen['deceiving']}",
    "account": lambda town: f"/account/{town.address('lessor')}",
    "account-of-a-module": lambda town: f"/account/{town.address('compute')}",
    "account-of-a-contract": lambda town: f"/account/{town.contract_made}",
    "account-of-the-validator": lambda town: f"/account/{town.validator}",
    "search-in-vain": lambda town: "/search/nothing%20of%20that%20name",
    "missing": lambda town: "/no/such/page/here",
}
