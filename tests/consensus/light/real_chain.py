"""Light blocks of a real chain, with its modules and execution."""

from chain.light.block import Commit, LightBlock
from chain.light.codec import without_priorities
from tests.chain.stage import Chain


def shown(chain: Chain, height: int) -> LightBlock:
    """A block of a real chain as a node serves it."""
    block, ledger = chain.ledger.block(height), chain.ledger
    assert block is not None
    following, deciding = ledger.validators(height + 1), ledger.validators(height)
    assert following is not None
    if block.certificate is None:
        return LightBlock(block.header, without_priorities(following), None)
    parent = ledger.block(height - 1)
    assert parent is not None and deciding is not None
    commit = Commit(parent.header, without_priorities(deciding), block.certificate)
    return LightBlock(block.header, without_priorities(following), commit)
