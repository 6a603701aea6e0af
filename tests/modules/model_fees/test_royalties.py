"""A model made of licensed data, with the chain's own vaults, wired as the chain wires them."""

from dataclasses import replace

from chain.types.primitives import Bps, Seconds, Wei
from modules.licensing.module import Licensing
from modules.model_fees.module import ModelFees
from modules.model_fees.records import NO_CONDITIONS, DataShare, RevenueSplit
from tests.modules.chain_of_five import MODEL, PRICES, five, with_model
from tests.modules.licensing.scene import version_terms
from tests.modules.stage import COIN, account

AUTHOR, PAYER, OWNER = 4, 6, 7
SPLIT = RevenueSplit(account(5), Bps(6_000), Bps(2_000), Bps(0))


def test_data_that_a_model_was_made_of_earns_in_its_vault() -> None:
    """A part of each payment is the asset's; what came before its listing is held."""
    stage = with_model(five())
    bond_wei = stage.call(Licensing, "params").asset_bond_wei
    made = version_terms()
    asset = stage.call(Licensing, "create_asset", made, sender=OWNER, value_wei=bond_wei)
    conditions = replace(NO_CONDITIONS, data=(DataShare(asset, Bps(2_000)),))
    at = Seconds(stage.time_s + 86_400)
    values = (MODEL, PRICES, SPLIT, conditions, at)
    stage.call(ModelFees, "schedule_terms", *values, sender=AUTHOR)
    stage.next_block(86_400)
    paid = ("pay_for_use", MODEL, 1_000, 0, Wei(COIN), ())
    charge_wei = stage.call(ModelFees, *paid, sender=PAYER, value_wei=COIN)
    part_wei = charge_wei * 9_750 // 10_000 // 5
    assert part_wei == stage.call(ModelFees, "held_for_data", asset)
    stage.call(Licensing, "list_asset", asset, sender=OWNER)
    assert part_wei == stage.call(ModelFees, "release_data", asset, sender=PAYER)
    stage.call(ModelFees, *paid, sender=PAYER, value_wei=COIN)
    assert 2 * part_wei == stage.call(Licensing, "vault", asset).received_wei
    assert 0 == stage.call(ModelFees, "held_for_data", asset)
    stage.next_block()
