"""
What the chain says of coins that went from a module to somebody, for a reason.

    CoinsMoved logs of a module --source, target, reason--> their sum
"""

from tests.stories.books import ZERO
from tests.stories.stage import StoryChain


def moved_wei(chain: StoryChain, module: str, reason: str, target: str | None = None) -> int:
    """Return all that a module moved for a reason: to somebody by name, or burnt."""
    end = chain.address(target) if target else ZERO
    logs = chain.contracts[module].events.CoinsMoved().get_logs(from_block=1)
    return sum(
        int(log["args"]["amountWei"])
        for log in logs
        if log["args"]["reason"] == reason and log["args"]["target"] == end
    )
