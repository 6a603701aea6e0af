"""The real chain under the simulated cluster: same roots, true transfers, whole supply."""

import logging
from dataclasses import replace

from chain.beacon import link_between
from chain.codec import decode_block
from chain.types.primitives import ZERO_HASH
from tests.sim.cluster import Cluster
from tests.sim.loop import SimLoop
from tests.sim.real import RealDatabase
from tests.sim.scenario import HASTY, HEALTHY, REAL, draw


def test_four_real_chains_agree_and_carry_transfers() -> None:
    """Modules and machine run on every node; the checkers compare roots at each height."""
    scenario = replace(
        draw(3, 4, REAL), storm=HEALTHY, liars={}, faults=(), config=HASTY, storm_heights=4
    )
    loop = SimLoop()
    logging.disable(logging.CRITICAL)
    try:
        cluster = Cluster(scenario, loop)
        result = loop.run_until_complete(cluster.run())
        cluster.end()
    finally:
        logging.disable(logging.NOTSET)
    assert [] == result.violations
    databases = [node.database for node in cluster.nodes]
    roots = {database.root(result.heights - 1) for database in databases}
    assert 1 == len(roots)
    first = databases[0]
    assert isinstance(first, RealDatabase)
    headers = [decode_block(payload)[0] for _, payload in first.blocks]
    assert any(header.gas_used >= 21_000 for header in headers), "no block has a transfer"
    mixes = [ZERO_HASH, *(header.mix_hash for header in headers)]
    shown = {
        header.coinbase
        for before, header in zip(mixes, headers, strict=False)
        if link_between(before, header.mix_hash) is not None
    }
    assert len(shown) == len(cluster.nodes) // 2, "those with a chain since genesis show links"
    for database in databases:
        total, expected = database.supply(database.height)
        assert total == expected > 0
