"""Certificates of another Kumiai chain: forged, stale, by too few, by another set or chain."""

from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest

from chain.kit.abi import abi_type, decode_sequence, encode_sequence
from chain.kit.typed_data import RECOVERY_GAS
from chain.light.block import LightBlock
from chain.light.codec import encode_light_block
from chain.types.primitives import Height
from modules.bridge.kumiai_client import READING_GAS
from modules.bridge.records import KumiaiUpdate
from modules.bridge.refusals import HeaderRefused, UnknownHeight
from tests.modules.bridge.sealing import certified, header_of, keys_of, set_of, update_of
from tests.modules.bridge.town import Town, fork, hashed

UPDATE = [abi_type(KumiaiUpdate)]


@pytest.fixture
def town() -> Town:
    """Return two chains with a bridge between them."""
    return Town()


def newest(town: Town) -> tuple[LightBlock, LightBlock]:
    """Return the second chain's block that the first one trusts, and a newer one."""
    known = town.a.do("client", 1).latest_height
    return town.b.blocks[known], town.b.blocks[town.b.seal()]


def refused(town: Town, evidence: bytes, refusal: Any = HeaderRefused, words: str = "") -> None:
    """Check that evidence proves nothing."""
    with town.a.refuses(refusal, words):
        town.a.do("update_client", 1, evidence)


def test_a_forged_certificate_proves_nothing(town: Town):
    """Signatures of strangers, also under the addresses of validators, are no certificate."""
    trusted, new = newest(town)
    assert new.commit is not None
    strangers = set_of(keys_of(99))
    forged = certified(
        new.commit.parent, new.header, strangers, keys_of(99), town.b.chain_id, strangers
    )
    refused(town, update_of(trusted, forged))
    signatures = tuple((address, bytes(65)) for address, _ in new.commit.certificate.signatures)
    certificate = replace(new.commit.certificate, signatures=signatures)
    commit = replace(new.commit, certificate=certificate)
    refused(town, update_of(trusted, replace(new, commit=commit)))


def test_two_thirds_are_not_enough(town: Town):
    """Exactly the strongest, with 40 of 100, or none at all: the threshold is never zero."""
    height = town.learn(town.a, town.b)
    refused(town, fork(town.b, height, keys=town.b.keys[:1]))
    refused(town, fork(town.b, height, keys=()))


def test_a_stale_certificate_brings_nothing_new(town: Town):
    """A block at or below the trusted one is no step ahead."""
    old = town.b.blocks[town.a.do("client", 1).latest_height]
    height = town.learn(town.a, town.b)
    refused(town, update_of(town.b.blocks[height], old))


def test_a_set_cannot_be_replaced_in_the_showing(town: Town):
    """The trusted header names its validators: another set shown with it is found out."""
    trusted, new = newest(town)
    update = decode_sequence(UPDATE, update_of(trusted, new))[0]
    ours = decode_sequence(
        UPDATE, update_of(replace(trusted, next_validators=set_of(keys_of(99))), new)
    )[0]
    stolen = replace(update, trusted_validators=ours.trusted_validators)
    refused(town, encode_sequence(UPDATE, [stolen]), words="validators that the trusted")
    other = header_of(None, trusted.height, trusted.header.timestamp_s, hashed(b"x"), hashed(b"y"))
    shown = replace(trusted, header=other)
    refused(town, update_of(shown, new), words="trusted header")
    long = replace(update, trusted_header=bytes(1_025))
    refused(town, encode_sequence(UPDATE, [long]))


def test_certificates_of_another_chain_are_none_of_this(town: Town):
    """The chain's id is in what is signed: the same keys on another chain prove nothing here."""
    trusted, new = newest(town)
    assert new.commit is not None
    other = certified(new.commit.parent, new.header, town.b.validators, town.b.keys, 1)
    refused(town, update_of(trusted, other))


def test_unknown_heights_and_bytes_that_are_no_update(town: Town):
    """A height that was never trusted is no ground, and rubbish is no evidence."""
    trusted, new = newest(town)
    update = decode_sequence(UPDATE, update_of(trusted, new))[0]
    lost = replace(update, trusted_height=Height(999))
    refused(town, encode_sequence(UPDATE, [lost]), UnknownHeight)
    refused(town, b"")
    refused(town, encode_sequence(UPDATE, [update])[:-32])
    refused(town, encode_sequence(UPDATE, [replace(update, light_block=b"\xc0")]))
    genesis = LightBlock(new.header, new.next_validators, None)
    refused(
        town, encode_sequence(UPDATE, [replace(update, light_block=encode_light_block(genesis))])
    )


def test_a_changed_set_is_followed(town: Town):
    """Each header names the next validators, so a new set is trusted by the old one's word."""
    trusted, new = newest(town)
    assert new.commit is not None
    following = set_of(keys_of(77))
    parent = new.commit.parent
    header = header_of(
        parent, new.height, new.header.timestamp_s, new.header.state_root, following.hash
    )
    step = certified(parent, header, town.b.validators, town.b.keys, town.b.chain_id, following)
    assert town.a.do("update_client", 1, update_of(trusted, step))
    child = header_of(
        header, Height(new.height + 1), header.timestamp_s + 1, hashed(b"s"), following.hash
    )
    town.a.seal(5)
    after = certified(header, child, following, keys_of(77), town.b.chain_id)
    assert town.a.do("update_client", 1, update_of(step, after))


def gas_of(town: Town, evidence: bytes) -> int:
    """Return what the module charges for evidence beside storage, good or not."""
    before = town.a.host.gas_used
    with suppress(HeaderRefused):
        town.a.do("update_client", 1, evidence)
    return int(town.a.host.gas_used - before)


def test_each_signature_is_paid_for_before_it_is_recovered(town: Town):
    """Whoever shows more to check pays more, also for a certificate that proves nothing."""
    trusted, new = newest(town)
    assert new.commit is not None
    parent, keys = new.commit.parent, town.b.keys
    paid = [
        gas_of(
            town,
            update_of(
                trusted, certified(parent, new.header, town.b.validators, keys[:count], 31_338)
            ),
        )
        for count in (0, 1)
    ]
    assert RECOVERY_GAS <= paid[1] - paid[0] < RECOVERY_GAS + 10 * READING_GAS


def test_reading_is_paid_for_before_it_is_done(town: Town):
    """Evidence of many bytes costs as many words, though none of it is an update."""
    assert 1_000 * READING_GAS <= gas_of(town, b"\xff" * 32_000)
