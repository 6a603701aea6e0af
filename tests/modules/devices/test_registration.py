"""Who a device is, for good: keys, serials, makers, cells, bonds, owners."""

from dataclasses import replace

from chain.codec.signature import address_of
from chain.kit.state_machine import StateForbids
from chain.types.primitives import ZERO_ADDRESS, Seconds, Wei
from modules.devices.events import KeyRotated, OwnerChanged, Registered, Relocated
from modules.devices.records import Attestation, DeviceClass, Status, Suspicion
from modules.devices.refusals import (
    AttestationMissing,
    BondTooSmall,
    CapacityInvalid,
    CellFull,
    CellInvalid,
    FeeMismatch,
    KeyTaken,
    NotApplicant,
    OwnerBarred,
    OwnerInvalid,
    PenaltiesOpen,
    SerialTaken,
    SignatureWrong,
)
from modules.devices.signatures import MakerWord
from tests.modules.devices.scene import (
    CHALLENGER,
    EVIDENCE,
    LATER_S,
    MAKER_KEY,
    NO_WORD,
    OTHER,
    OWNER,
    Scene,
    application,
    key_of,
    makers_word,
    signed,
)
from tests.modules.stage import COIN, account


def test_registration_binds_and_burns() -> None:
    """The fee is gone, the device is found by its key, its owner and its number."""
    scene = Scene()
    before_wei = scene.stage.balance_wei(OWNER)
    number = scene.register(1, capacity=3)
    assert before_wei - COIN == scene.stage.balance_wei(OWNER)
    item = application(1, capacity=3)
    expected = (number, item.owner, item.key, item.kind, 3, item.serial, item.cell)
    assert scene.stage.logged(Registered(*expected))
    assert number == scene.call("device_by_key", item.key)
    assert (number,) == scene.call("devices_of", account(OWNER), 0, 10)


def test_applications_that_cannot_stand_are_refused() -> None:
    """Fee, owner, capacity and cell are checked by name."""
    scene = Scene()
    for changed, sender, fee_wei, refusal in (
        ({}, OWNER, COIN - 1, FeeMismatch),
        ({}, OTHER, COIN, NotApplicant),
        ({"capacity": 0}, OWNER, COIN, CapacityInvalid),
        ({"capacity": 65}, OWNER, COIN, CapacityInvalid),
        ({"cell": 1 << 64}, OWNER, COIN, CellInvalid),
    ):
        item = application(1, **changed)
        word = signed(item, key_of(1))
        with scene.stage.refuses(refusal):
            scene.call("register", item, word, NO_WORD, sender=sender, value_wei=fee_wei)


def test_key_and_serial_are_never_used_again() -> None:
    """livepeer/protocol#175: a banned or retired machine does not come back under its old names."""
    scene = Scene()
    banned, retired = scene.active(1), scene.register(2)
    scene.call("suspect", banned, Suspicion.CLONE_KEY, EVIDENCE, sender=CHALLENGER)
    scene.rule(1, 0)
    scene.call("retire", retired)
    assert (Status.BANNED, Status.RETIRED) == (scene.status(banned), scene.status(retired))
    for seed in (1, 2):
        again = application(seed, OTHER, nonce=1, serial=application(9).serial)
        with scene.stage.refuses(StateForbids):
            word = signed(again, key_of(seed))
            scene.call("register", again, word, NO_WORD, sender=OTHER, value_wei=COIN)
        other_key = application(9, OTHER, serial=application(seed).serial)
        with scene.stage.refuses(SerialTaken):
            word = signed(other_key, key_of(9))
            scene.call("register", other_key, word, NO_WORD, sender=OTHER, value_wei=COIN)


def test_owner_of_banned_devices_registers_no_more() -> None:
    """livepeer/protocol#175: who was banned is barred, also as the buyer of a device."""
    scene = Scene()
    number, other = scene.active(1), scene.register(5, OTHER)
    scene.call("suspect", number, Suspicion.SIBLING_FARM, EVIDENCE, sender=CHALLENGER)
    scene.rule(1, 0)
    item = application(2)
    with scene.stage.refuses(OwnerBarred):
        scene.call("register", item, signed(item, key_of(2)), NO_WORD, value_wei=COIN)
    with scene.stage.refuses(OwnerBarred):
        scene.call("transfer", other, account(OWNER), scene.handover(other, OWNER), sender=OTHER)


def test_class_that_needs_a_maker_takes_only_a_known_one() -> None:
    """A sensor needs the valid word of a maker on the list, when registered and when bonded."""
    scene = Scene()
    item = application(1, kind=DeviceClass.SENSOR)
    word = signed(item, key_of(1))
    ended_s = Seconds(scene.stage.time_s - 1)
    old = MakerWord(item.key, item.serial, int(item.kind), ended_s)
    for attestation, refusal in (
        (NO_WORD, AttestationMissing),
        (makers_word(item, key_of(3)), AttestationMissing),
        (makers_word(application(2, kind=DeviceClass.SENSOR)), AttestationMissing),
        (Attestation(ended_s, signed(old, MAKER_KEY)), AttestationMissing),
        (Attestation(LATER_S, b"x"), SignatureWrong),
    ):
        with scene.stage.refuses(refusal):
            scene.call("register", item, word, attestation, value_wei=COIN)
    soon_s = Seconds(scene.stage.time_s + 2)
    short = MakerWord(item.key, item.serial, int(item.kind), soon_s)
    scene.call(
        "register", item, word, Attestation(soon_s, signed(short, MAKER_KEY)), value_wei=COIN
    )
    scene.blocks(3)
    with scene.stage.refuses(AttestationMissing):
        scene.call("bond", 1, value_wei=5 * COIN)


def test_bond_follows_class_and_capacity() -> None:
    """Too little is refused; what is required is fixed when bonded, whatever the table says."""
    scene = Scene()
    number = scene.register(1, capacity=3)
    assert 300 * COIN == scene.call("required_bond", DeviceClass.GPU, 3)
    with scene.stage.refuses(BondTooSmall):
        scene.call("bond", number, value_wei=300 * COIN - 1)
    scene.call("bond", number, value_wei=300 * COIN)
    scene.tune(gpu_bond_wei=Wei(500 * COIN))
    assert 300 * COIN == scene.standing(number).required_wei


def test_cell_takes_so_many_devices_and_retiring_frees_it() -> None:
    """Density is limited by class and cell; ioID's remove leaves its flag, here room comes back."""
    scene = Scene(gpu_cell_max=2)
    first, second = scene.enlist(1), scene.enlist(2)
    third, elsewhere = scene.register(3), scene.enlist(4, cell=8)
    with scene.stage.refuses(CellFull):
        scene.call("bond", third, value_wei=100 * COIN)
    scene.next_epoch()
    with scene.stage.refuses(CellFull):
        scene.call("relocate", elsewhere, 7, scene.relocation(elsewhere, 7))
    scene.call("retire", second)
    scene.call("bond", third, value_wei=100 * COIN)
    assert 2 == scene.call("devices_in", DeviceClass.GPU, 7)
    info = scene.call("class_utilisation", DeviceClass.GPU)
    assert (3, 3, 3) == (info.devices, info.capacity, info.ready)
    assert first in scene.call("bonded_devices", 0, 10)


def test_transfer_leaves_what_was_earned() -> None:
    """Closed epochs and the running one stay the old owner's; the next is the new one's."""
    scene = Scene()
    number = scene.active(1)
    scene.beat_windows(number)
    scene.call("transfer", number, account(OTHER), scene.handover(number, OTHER))
    assert scene.stage.logged(OwnerChanged(number, account(OWNER), account(OTHER)))
    scene.next_epoch()
    scene.good_epochs(number)
    owners = [tranche.owner for tranche in scene.call("tranches_of", number)]
    assert [account(OWNER), account(OTHER)] == owners[-2:]
    assert () == scene.call("devices_of", account(OWNER), 0, 10)
    for owner in (ZERO_ADDRESS, account(OTHER)):
        with scene.stage.refuses(OwnerInvalid):
            word = scene.handover(number, OTHER)
            scene.call("transfer", number, owner, word, sender=OTHER)
    with scene.stage.refuses(SignatureWrong):
        word = scene.handover(number, OWNER)
        scene.call("transfer", number, account(CHALLENGER), word, sender=OTHER)


def test_transfer_waits_for_penalties() -> None:
    """A device with an open penalty is not given away before it is over."""
    scene = Scene()
    number = scene.active(1)
    scene.next_epoch()
    with scene.stage.refuses(PenaltiesOpen):
        scene.call("transfer", number, account(OTHER), scene.handover(number, OTHER))


def test_rotated_key_is_spent() -> None:
    """Both keys sign; the old one speaks no more, and neither registers anything again."""
    scene = Scene()
    number, other = scene.register(1), scene.register(2)
    word, proof = scene.rotation(number, key_of(3))
    with scene.stage.refuses(SignatureWrong):
        scene.call("rotate_key", number, address_of(key_of(3)), word, word.signature)
    scene.call("rotate_key", number, address_of(key_of(3)), word, proof)
    old, new = address_of(key_of(1)), address_of(key_of(3))
    assert scene.stage.logged(KeyRotated(number, old, new))
    assert number == scene.call("device_by_key", old) == scene.call("device_by_key", new)
    word, proof = scene.rotation(other, key_of(1))
    with scene.stage.refuses(KeyTaken):
        scene.call("rotate_key", other, old, word, proof)


def test_moving_begins_probation_again() -> None:
    """A device in another cell is proven anew; what it did in this epoch does not count."""
    scene = Scene()
    number = scene.active(1)
    scene.beat(number)
    assert 0 < scene.call("current_epoch").floor_score
    scene.call("relocate", number, 99, scene.relocation(number, 99))
    assert scene.stage.logged(Relocated(number, 7, 99))
    assert Status.PROBATION == scene.status(number)
    assert 0 == scene.call("current_epoch").floor_score
    assert (0, 1) == tuple(scene.call("devices_in", 0, cell) for cell in (7, 99))
    with scene.stage.refuses(CellInvalid):
        scene.call("relocate", number, 1 << 64, scene.relocation(number, 1 << 64))


def test_nobody_else_changes_a_signed_application() -> None:
    """The same application twice is one device: the second finds its key known."""
    scene, item = Scene(), application(1)
    scene.register(1)
    twice = replace(item, nonce=1)
    with scene.stage.refuses(StateForbids):
        scene.call("register", twice, signed(twice, key_of(1)), NO_WORD, value_wei=COIN)
