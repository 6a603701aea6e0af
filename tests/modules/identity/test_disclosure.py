"""Disclosure with scope and end, who looked, and what anybody can check of an audit log."""

from dataclasses import replace
from typing import Any

from chain.kit.assembly import ON_TIMER
from chain.kit.audit_log import AUDIT_EPOCH_BLOCKS, AuditEntry, AuditEntryAdded, AuditEpochClosed
from chain.kit.host import BlockInfo
from chain.kit.merkle import leaf_of, path_of, tree_of
from chain.kit.record import topic_of
from chain.kit.state_machine import RoleForbids, StateForbids
from chain.types.primitives import ZERO_ADDRESS, ZERO_HASH, Address, Hash32, Height, Seconds
from modules.identity.events import Accessed, DisclosureGranted, DisclosureRevoked
from modules.identity.module import Identity
from modules.identity.policies import ADMIT, DECIDE
from modules.identity.records import Access, DisclosureScope, GrantState
from modules.identity.refusals import GrantInvalid
from tests.modules.identity.scene import (
    AUDITOR,
    CASE,
    KYC,
    OFFICER,
    OTHER,
    OWNER,
    SKILL,
    STRANGER,
    Market,
    Scene,
    salted,
)
from tests.modules.stage import account

HERE = Identity.address
SCOPE = DisclosureScope(HERE, 2, 4, KYC)


def granted(scope: DisclosureScope = SCOPE, seconds: int = 10) -> tuple[Scene, int]:
    """Return a scene in which a subject disclosed something."""
    scene = Scene()
    scene.subject()
    until_s = Seconds(scene.stage.time_s + seconds)
    number: int = scene.call("grant_disclosure", 1, account(AUDITOR), scope, until_s)
    assert scene.stage.logged(DisclosureGranted(number, 1, account(AUDITOR), scope, until_s))
    return scene, number


def seen(scene: Scene, grant: int, who: int = AUDITOR) -> list[bool]:
    """Return what of entries 1 to 5, and of two schemas, an auditor may see."""
    entries = [scene.call("is_disclosed", grant, account(who), HERE, n) for n in range(1, 6)]
    schemas = (scene.call("is_schema_disclosed", grant, account(who), s) for s in (KYC, SKILL))
    return [*entries, *schemas]


def test_a_grant_opens_its_scope_to_its_auditor() -> None:
    """Entries in the range, claims of the schema; nothing else, to nobody else."""
    scene, number = granted()
    assert [False, True, True, True, False, True, False] == seen(scene, number)
    assert not any(seen(scene, number, STRANGER))
    assert not any(seen(scene, number + 1))
    other = account(0x0A02)
    assert not scene.call("is_disclosed", number, account(AUDITOR), other, 3)
    assert (number,) == scene.call("disclosures_of", 1, 0, 10)


def test_a_grant_of_one_kind_opens_nothing_of_the_other() -> None:
    """Zero is nothing: neither a module without address nor a schema without hash is open."""
    scene, number = granted(DisclosureScope(schema=KYC))
    assert [False] * 5 + [True, False] == seen(scene, number)
    assert not scene.call("is_disclosed", number, account(AUDITOR), ZERO_ADDRESS, 0)
    scene, number = granted(DisclosureScope(HERE, 2, 4))
    assert [False, True, True, True, False, False, False] == seen(scene, number)
    assert not scene.call("is_schema_disclosed", number, account(AUDITOR), ZERO_HASH)


def test_a_grant_ends_by_itself_or_by_its_subject() -> None:
    """After its end, or its revocation, everything is closed at once."""
    scene, number = granted(seconds=3)
    scene.blocks(2)
    assert any(seen(scene, number))
    scene.blocks()
    assert not any(seen(scene, number))
    assert GrantState.EXPIRED == scene.call("disclosure", number).state
    with scene.stage.refuses(StateForbids):
        scene.call("note_access", number, salted("page"), sender=AUDITOR)
    scene, number = granted()
    with scene.stage.refuses(RoleForbids):
        scene.call("revoke_disclosure", number, sender=AUDITOR)
    scene.call("revoke_disclosure", number)
    assert scene.stage.logged(DisclosureRevoked(number))
    assert not any(seen(scene, number))


def test_who_looked_is_on_record() -> None:
    """An auditor notes what it read, by its hash; the subject sees it, oldest first."""
    scene, number = granted()
    with scene.stage.refuses(RoleForbids):
        scene.call("note_access", number, salted("page"), sender=STRANGER)
    scene.call("note_access", number, salted("page"), sender=AUDITOR)
    height = scene.stage.height
    assert scene.stage.logged(Accessed(number, 1, account(AUDITOR), salted("page")))
    expected = (Access(number, account(AUDITOR), salted("page"), height),)
    assert expected == scene.call("who_accessed", 1, 0, 10)


def test_an_unsound_grant_is_refused() -> None:
    """To nobody, of nothing, until yesterday, or of what is another's."""
    scene, _ = granted()
    later_s = Seconds(scene.stage.time_s + 5)
    wrong: list[tuple[str, tuple[Any, ...]]] = [
        ("auditor", (1, ZERO_ADDRESS, SCOPE, later_s)),
        ("scope", (1, account(AUDITOR), DisclosureScope(), later_s)),
        ("scope", (1, account(AUDITOR), DisclosureScope(HERE, 2, 1), later_s)),
        ("expiry_s", (1, account(AUDITOR), SCOPE, scene.stage.time_s)),
    ]
    for field, values in wrong:
        with scene.stage.refuses(GrantInvalid, field):
            scene.call("grant_disclosure", *values)
    with scene.stage.refuses(RoleForbids):
        scene.call("grant_disclosure", 1, account(AUDITOR), SCOPE, later_s, sender=OTHER)


def entries_of(scene: Scene) -> list[AuditEntry]:
    """Rebuild the log from its events, as an auditor does; heights do not stand in them."""
    topic, found = int.from_bytes(topic_of(AuditEntryAdded), "big"), []
    head = ZERO_HASH
    for log in scene.stage.host.logs:
        if log.topics[0] == topic and log.address == HERE:
            sender = Address(log.topics[2].to_bytes(32, "big")[12:])
            data = Hash32(log.data[:32])
            found.append(AuditEntry(head, log.topics[1], Height(0), sender, log.topics[3], data))
            head = Hash32(log.data[32:])
    return found


def test_each_change_of_identity_is_one_entry() -> None:
    """I5: calls, votes' calls, deadlines and markets' questions: one entry each, in order."""
    scene = Scene()
    number = scene.frozen()  # register, set_guardians, freeze
    policy = scene.policy()
    scene.govern("govern_freeze", number, 2)
    scene.blocks(2)  # the freeze ends by itself
    scene.enter(policy)
    scene.renew(policy)
    with scene.stage.refuses(RoleForbids):
        scene.call("freeze", number, salted("x"), 1)
    found = [(entry.sender, entry.method) for entry in entries_of(scene)]
    assert [account(OWNER), account(OWNER), account(OFFICER), account(OTHER)] == [
        sender for sender, _ in found[:4]
    ]
    own = {int.from_bytes(word, "big") for word in (ON_TIMER,)}
    assert {HERE} == {sender for sender, method in found if method in own}
    asked = [method for sender, method in found if sender == Market.address]
    assert [int.from_bytes(word, "big") for word in (ADMIT, DECIDE)] == asked
    assert list(range(len(found))) == [entry.index for entry in entries_of(scene)]
    assert len(found) == scene.call("audit_total", HERE)
    assert 0 == scene.call("audit_total", Market.address)


def test_anybody_proves_an_entry_of_a_closed_epoch() -> None:
    """With the entry, its path and the epoch's root the view says yes, and to no other entry."""
    scene = Scene()
    scene.subject()
    height = scene.stage.height
    for text in ("a", "b", "c", "d"):
        scene.call("change_attribute", 1, KYC, salted(text))
    entries = [replace(entry, height=height) for entry in entries_of(scene)]
    assert scene.call("entry_hash", entries[0]) == entries[1].previous
    levels = tree_of([leaf_of(scene.call("entry_hash", entry)) for entry in entries])
    now = scene.stage.host.block
    last = Height(AUDIT_EPOCH_BLOCKS - 1)
    scene.stage.host.block = BlockInfo(last, now.time_s, now.chain_id, now.proposer)
    scene.blocks()
    epoch = scene.call("audit_epoch", HERE, 0)
    assert (levels[-1][0], 0, 5) == (epoch.root, epoch.first_index, epoch.entries)
    assert (epoch,) == scene.call("audit_epochs", HERE, 0, 1)
    assert 2 == len(scene.call("audit_epochs", HERE, 0, 2**256 - 1))
    assert () == scene.call("audit_epochs", HERE, 2**256 - 1, 100)
    assert scene.stage.logged(AuditEpochClosed(0, epoch.root, epoch.head, 0, 5))
    for position, entry in enumerate(entries):
        path = path_of(levels, position)
        assert scene.call("is_entry_logged", HERE, 0, entry, path)
        forged = replace(entry, data_hash=CASE)
        assert not scene.call("is_entry_logged", HERE, 0, forged, path)
        assert not scene.call("is_entry_logged", Market.address, 0, entry, path)
