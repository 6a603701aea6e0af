"""A provider whose jobs run in containers, of a stand-in engine, on a real chain."""

import os

import pytest

from agents.provider.document import Document
from client.modules.compute import OrderState
from client.modules.shared import Level
from tests.agents.provider.executors.engines import StandIn
from tests.e2e.devnet import wait_until
from tests.e2e.providers import BOND_WEI, COIN, FLOOR_WEI, HURRY, ProviderProcess, Requester
from tests.stories.books import Books
from tests.stories.stage import StoryChain

CONTAINER = f'[container]\nimage = "x@sha256:{"1" * 64}"\n'
PROGRAM = b"#!/bin/sh\nsleep 4\ncat input > output\n"
TAKE_WEI = FLOOR_WEI * 500 // 10_000  # compute.take_bps
pytestmark = pytest.mark.e2e


@pytest.mark.long
def test_a_container_that_outlives_its_provider_is_removed_and_its_job_paid_once(tmp_path):
    """SIGKILL while a job runs: the next start clears up, runs it again, and is paid to the wei."""
    stand_in, store = StandIn(tmp_path / "bin"), tmp_path / "content"
    with StoryChain(tmp_path / "chain", ("requester", "dev1"), HURRY) as chain:
        requester, books = Requester(chain, store), Books(chain)
        provider = ProviderProcess(chain, store, "dev1", "--executor", "container")
        provider.write_policy(store, "", CONTAINER)
        provider.environment["PATH"] = f"{tmp_path}/bin:{os.environ['PATH']}"
        provider.start()
        program = requester.store.put(PROGRAM)
        document = Document("exec", requester.store.put(b"given"), {"program": program.hex()})
        order = requester.order(document, Level.REQUESTER, COIN)
        requester.accept_bid(order, provider.address)
        (left,) = wait_until(lambda: stand_in.containers, 30)
        provider.kill()
        assert [left] == stand_in.containers, "an engine knows nothing of its caller's end"
        with provider:
            requester.until(order, OrderState.SUBMITTED)
            assert b"given" == requester.check_seal(order, provider)
            requester.accept_result(order)
            requester.until(order, OrderState.ACCEPTED)
        assert ["rm", "--force", left] in stand_in.said
        assert [] == stand_in.containers
        found = books.close()
        assert 0 == provider.statement()["difference_wei"], provider.said()
    assert (-FLOOR_WEI, FLOOR_WEI - TAKE_WEI - BOND_WEI) == (
        found["requester"].result_wei,
        found["dev1"].result_wei,
    )
