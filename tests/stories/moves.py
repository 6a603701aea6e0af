"""
What the chain says of coins that went from a module to somebody, for a reason.

    CoinsMoved logs of a module --source, target, reason--> their sum
"""

from tests.stories.books import ZERO
from tests.stories.stage import StoryChain


def moved_wei(
    chain: StoryChain, module: str, *reasons: str, target: str | None = None, since: int = 1
) -> int:
    """Return all that a module moved for some reasons: to somebody by name, or burnt."""
    end = chain.address(target) if target else ZERO
    logs = chain.contracts[module].events.CoinsMoved().get_logs(from_block=since)
    moves = [log["args"] for log in logs]
    return sum(
        int(move["amountWei"])
        for move in moves
        if move["reason"] in reasons and move["target"] == end
    )
