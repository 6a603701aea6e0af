"""
Four validators as real processes, briefly: one chain, one transfer, one kill, one repair.

`make test-network` runs every fault at length (test_faults.py and its neighbours).
"""

from pathlib import Path

import pytest

from tests.e2e.cluster import RECOVERY_S, Cluster, until
from tests.e2e.load import Load

pytestmark = [pytest.mark.e2e, pytest.mark.long, pytest.mark.timeout(300)]


def test_a_network_starts_agrees_and_survives_a_kill(tmp_path: Path) -> None:
    """Homes of `kumiai testnet` start as they are; kill -9 of one in four stops nobody."""
    with Cluster(tmp_path / "net", 4) as cluster:
        cluster.wait_height(3)
        load = Load(cluster.nodes[0], 1)
        load.start()
        victim, others = cluster.nodes[3], cluster.nodes[:3]
        victim.kill()
        assert cluster.goes_on(others) <= RECOVERY_S
        victim.start()
        victim.wait_ready()
        cluster.wait_height(max(cluster.heights(others)), [victim], RECOVERY_S)
        sent = load.finish()
        assert len(sent) > 5
        until(lambda: all(victim.call("eth_getTransactionReceipt", h) for h in sent))
        assert cluster.agree() > 3
        status = victim.json("status")
        assert (3, True) == (status["peers"], status["validator"] is not None)
