"""A chain's life: named, waiting, acting, used up, given up."""

import pytest

from chain import beacon as rule
from chain import params
from chain.beacon import RevealRefused, SecretLinks
from chain.types.beacon import Reveal, Turn
from chain.types.primitives import ZERO_HASH, Height
from modules.beacon.module import Beacon
from modules.beacon.records import TIP_DELAY_BLOCKS, ChainCommitted, CommitmentInfo, LinkMissed
from tests.chain.stage import CHAIN_ID, links_of
from tests.modules.beacon.scene import BeaconScene
from tests.modules.stage import account


def info(scene: BeaconScene, number: int) -> CommitmentInfo:
    """Return what the page says of a validator's chain."""
    found: CommitmentInfo = scene.call(Beacon, "commitment", account(number))
    return found


def test_each_block_of_a_validator_shows_the_next_link() -> None:
    """A link is owed once; what follows hashes to it, and nobody else's chain moves."""
    scene, tip = BeaconScene(40, 40), links_of(account(1)).tip(account(1))
    assert CommitmentInfo(tip, 1, 0, ZERO_HASH, Height(0)) == info(scene, 1)
    other = info(scene, 2)
    for used in (1, 2, 3):
        reveal = scene.propose(1)
        assert reveal.link is not None and reveal.tip is None
        assert CommitmentInfo(reveal.link, 1, used, ZERO_HASH, Height(0)) == info(scene, 1)
        assert params.BEACON_LINKS - used == scene.call(Beacon, "links_left", account(1))
    assert other == info(scene, 2)
    assert 0 == scene.events(LinkMissed) == scene.events(ChainCommitted)


def test_no_link_is_shown_twice() -> None:
    """A replay of the last link is another number than the one that is owed."""
    scene = BeaconScene(40, 40)
    link = scene.propose(1).link
    with pytest.raises(RevealRefused):
        scene.show(1, Reveal(link))


def test_a_newcomer_names_its_chain_in_its_first_block_and_waits() -> None:
    """Its tip acts TIP_DELAY_BLOCKS later; until then nothing is owed and nothing can be shown."""
    scene, links = BeaconScene(40, 40, 40), links_of(account(3))
    tip = scene.propose(3).tip
    named = scene.height
    acts_from = Height(named + TIP_DELAY_BLOCKS)
    assert scene.logged(ChainCommitted(account(3), 1, links.tip(account(3)), acts_from))
    assert CommitmentInfo(ZERO_HASH, 0, 0, tip, acts_from) == info(scene, 3)
    for _ in range(3):
        assert Reveal() == scene.propose(3)
    with pytest.raises(RevealRefused, match="no new chain"):
        scene.show(3, Reveal(None, tip))
    scene._run(Reveal())
    scene.skip(acts_from - scene.height - 2)
    assert Reveal() == scene.propose(3)
    assert links.reveal(Turn(account(3), tip, 1, 0)).link == scene.propose(3).link
    assert 0 == scene.events(LinkMissed)
    assert (1, 1) == (info(scene, 3).number, info(scene, 3).used)


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> SecretLinks:
    """Chains of 100 links, the next of which is named when 70 are left."""
    monkeypatch.setattr(params, "BEACON_LINKS", 100)
    monkeypatch.setattr(rule, "CHECKPOINT_LINKS", 10)
    monkeypatch.setattr(rule, "REFILL_LINKS", 70)
    links = SecretLinks(b"short", CHAIN_ID)
    monkeypatch.setattr("tests.modules.beacon.scene.links_of", lambda validator: links)
    return links


def test_an_honest_validator_never_runs_out(short: SecretLinks) -> None:
    """It names the next chain while the old one still serves, and goes on with it in time."""
    scene = BeaconScene(40, committed=(1,))
    tips = 0
    for _ in range(300):
        reveal = scene.propose(1)
        assert reveal.link is not None
        tips += reveal.tip is not None
    assert tips == scene.events(ChainCommitted) and tips >= 3
    assert 0 == scene.events(LinkMissed)


def test_a_chain_that_is_used_up_owes_nothing(short: SecretLinks) -> None:
    """After its last link there is none; the validator has its grace to name another."""
    scene = BeaconScene(40, committed=(1,))
    for used in range(100):
        scene.block_of(1)
        scene._run(Reveal(short.reveal(scene.beacon.turn()).link))
        assert 99 - used == scene.call(Beacon, "links_left", account(1))
    assert ZERO_HASH == info(scene, 1).expected
    with pytest.raises(RevealRefused):
        scene.show(1, Reveal(short.tip(account(1))))
    scene._run(Reveal())
    assert 1 == scene.call(Beacon, "misses", account(1)).without_chain
    assert short.tip(account(1), 2) == scene.propose(1).tip
    assert 0 == scene.call(Beacon, "misses", account(1)).without_chain


def test_a_lost_secret_costs_one_link() -> None:
    """The old chain is given up with the miss; while the new one waits, nobody is blamed."""
    scene, found = BeaconScene(40, 40), SecretLinks(b"found", CHAIN_ID)
    scene.propose(1)
    reveal = scene.propose(1, found)
    assert Reveal(None, found.tip(account(1), 2)) == reveal
    assert ZERO_HASH == info(scene, 1).expected
    for _ in range(TIP_DELAY_BLOCKS - 1):
        assert Reveal() == scene.propose(1, found)
    assert found.reveal(Turn(account(1), reveal.tip, 2, 0)).link == scene.propose(1, found).link
    assert 1 == scene.events(LinkMissed) == scene.call(Beacon, "misses", account(1)).total


def test_a_new_chain_named_in_time_leaves_the_old_one_at_work() -> None:
    """A tip beside a link gives nothing up: the old links are owed until the new ones act."""
    scene, links = BeaconScene(40, 40), links_of(account(1))
    scene.block_of(1)
    scene._run(Reveal(links.reveal(scene.beacon.turn()).link, links.tip(account(1), 2)))
    assert scene.propose(1).link is not None
    scene.withhold(1)
    assert 1 == scene.events(LinkMissed)
    scene.skip(TIP_DELAY_BLOCKS)
    assert (2, 0) == (info(scene, 1).number, info(scene, 1).used)
    assert (
        scene.propose(1).link == links.reveal(Turn(account(1), links.tip(account(1), 2), 2, 0)).link
    )
