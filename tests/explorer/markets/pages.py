"""The market and rule pages of the explorer, as readers of a busy day come to them."""

from collections.abc import Callable, Mapping
from typing import Final

from tests.explorer.market_day import MarketDay

LISTS: Final = (
    "validators",
    "governance",
    "parameters",
    "compute",
    "data",
    "models",
    "devices",
    "verification",
    "bridge",
    "figures",
)

# Where each page is, by a name for its screenshots.
PAGES: Final[Mapping[str, Callable[[MarketDay], str]]] = {
    **{name: lambda day, name=name: f"/{name}" for name in LISTS},  # type: ignore[misc]
    "validator": lambda day: f"/validators/{day.address('validator')}",
    "proposal": lambda day: f"/governance/{day.fee_proposal}",
    "proposal-hostile": lambda day: f"/governance/{day.hostile_proposal}",
    "proposal-call": lambda day: "/governance/2",
    "proposal-unknown": lambda day: "/governance/999",
    "parameters-of-a-module": lambda day: "/parameters?module=devices",
    "parameter": lambda day: "/parameters/governance.voting_period_s",
    "order": lambda day: "/compute/1",
    "order-disputed": lambda day: "/compute/4",
    "provider": lambda day: f"/compute/provider/{day.address('lessor')}",
    "asset": lambda day: "/data/1",
    "licence": lambda day: "/data/licence/2",
    "model": lambda day: "/models/haiku-7b",
    "device": lambda day: "/devices/1",
    "claim": lambda day: "/verification/1",
    "route": lambda day: "/bridge/1",
    "figures-of-models": lambda day: "/figures?market=models",
}
