"""
Seven validators as real processes: two may go at once, the third is one too many.

    2 of 7 gone: 5/7 > 2/3, the chain goes on      3 of 7 gone: 4/7 < 2/3, it halts safely
"""

import time
from collections.abc import Iterator

import pytest

from tests.e2e.cluster import RECOVERY_S, Cluster

pytestmark = [pytest.mark.e2e, pytest.mark.long, pytest.mark.timeout(300)]


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Seven validators that have begun to make blocks."""
    with Cluster(tmp_path_factory.mktemp("net"), 7) as made:
        made.wait_height(3)
        yield made


def test_two_of_seven_may_go_a_third_halts_and_one_back_resumes(cluster: Cluster) -> None:
    """kill -9 of two at once stops nobody; of a third, everybody, until one is back."""
    left, gone = cluster.nodes[:4], cluster.nodes[4:]
    gone[0].kill()
    gone[1].kill()
    assert cluster.goes_on([*left, gone[2]]) <= RECOVERY_S
    gone[2].kill()
    time.sleep(3)  # what was decided before it went is over
    stands = max(cluster.heights(left))
    past = left[0].block(stands)["hash"]
    time.sleep(6)
    assert stands == max(cluster.heights(left))
    gone[0].wipe()  # the one that comes back has even lost its disk
    gone[0].start()
    gone[0].wait_ready()
    cluster.wait_height(stands + 2, [*left, gone[0]], RECOVERY_S)
    assert past == gone[0].block(stands)["hash"]
    for node in gone[1:]:
        node.start()
    for node in gone[1:]:
        node.wait_ready()
    assert cluster.goes_on(cluster.nodes) <= RECOVERY_S
    cluster.agree()
