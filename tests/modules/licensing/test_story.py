"""
A data set's life, and each party's income statement to the wei.

    rented, returned late | subscribed, renewed by a keeper, revoked with its refund
    tagged and cleared | made into a derivative that pays it | annotated, a cheat caught by gold
"""

from chain.types.primitives import ZERO_HASH
from modules.licensing.annotation_batches import gold_leaf
from modules.licensing.module import Licensing
from modules.licensing.records import Ground, Kind, LicenceState
from tests.modules.licensing.scene import (
    BUYER,
    CHALLENGER,
    KEEPER,
    OTHER,
    OWNER,
    RECEIPT,
    SPONSOR,
)
from tests.modules.licensing.workshop import GOLDS, RIGHT, SALT, Workshop
from tests.modules.stage import COIN

PEOPLE = {
    "owner": OWNER,
    "borrower": BUYER,
    "subscriber": SPONSOR,
    "challenger": CHALLENGER,
    "keeper": KEEPER,
    "maker": OTHER,
    "honest": 8,
    "diligent": 9,
    "cheat": 10,
}
FEE_BPS = 250  # licensing.protocol_fee_bps
LATE_WEI = 10 * COIN // 50  # ten seconds late
REWARD_WEI = COIN * 50 // 10_000  # licensing.keeper_bps
FORFEIT_WEI = COIN // 10  # the asset's bond, which the first ruling took
PENALTY_WEI = COIN  # half of the task's bond: licensing.cheat_seat_bps


class Statement:
    """What everybody has, less what it had at the beginning."""

    def __init__(self, shop: Workshop) -> None:
        self.shop = shop
        self.before = {name: shop.balance(who) for name, who in PEOPLE.items()}
        self.pool_wei = shop.pool_wei

    def close(self) -> dict[str, int]:
        """Return each party's result, the community's too."""
        found = {n: self.shop.balance(PEOPLE[n]) - before for n, before in self.before.items()}
        return {**found, "community": self.shop.pool_wei - self.pool_wei}


def rent_and_return_late(shop: Workshop, asset: int) -> None:
    """A hundred seconds were rented; it comes back after a hundred and ten."""
    licence = shop.buy(shop.offer(asset, Kind.RENTAL))
    shop.use(licence)
    shop.wait(110)
    assert LicenceState.OVERDUE == shop.state(licence)
    shop.call("return_rental", licence, RECEIPT, sender=BUYER)


def subscribe_renew_and_be_revoked(shop: Workshop, asset: int) -> None:
    """
    Two periods of a hundred seconds; the notice ends 25 seconds into the second.

    In between a dispute tags the data for 200 seconds, which cost the subscriber nothing.
    """
    licence = shop.buy(shop.offer(asset, Kind.SUBSCRIPTION), sender=SPONSOR)
    caps = (COIN, 3 * COIN)
    shop.call("fund_standing", licence, *caps, sender=SPONSOR, value_wei=3 * COIN)
    shop.wait(40)
    shop.tag(asset)
    assert LicenceState.SUSPENDED == shop.state(licence)
    shop.wait(200)
    shop.rule(shop.call("contest_tag", asset, shop.fresh()), 0)
    shop.wait(45)
    shop.call("renew", licence, sender=KEEPER)
    shop.call("revoke", licence, Ground.NO_FAULT, ZERO_HASH)
    shop.wait(40)
    assert LicenceState.REVOKED == shop.state(licence)


def annotate(shop: Workshop) -> None:
    """Three annotate one batch; one answers by chance, and gold questions tell."""
    task = shop.post(batches=1, overlap=3, gold_root=gold_leaf(0, GOLDS, SALT))
    names = [PEOPLE[name] for name in ("honest", "diligent", "cheat")]
    shop.join(task, *names)
    answers = dict(zip(names, (RIGHT, RIGHT, bytes((1, 1, 1, 1))), strict=True))
    assert [0, 0, 0] == shop.take(task, *names)
    for step in (shop.seal, shop.open):
        for who, labels in answers.items():
            step(task, 0, who, labels)
    shop.call("open_gold", task, 0, GOLDS, SALT, ())
    for who in names:
        shop.call("leave_task", task, sender=who)


def test_every_partys_statement_is_exact() -> None:
    """Whoever took part has to the wei what terms, time and rulings say; nothing is left behind."""
    shop = Workshop()
    statement = Statement(shop)
    asset = shop.asset()
    rent_and_return_late(shop, asset)
    subscribe_renew_and_be_revoked(shop, asset)
    child = shop.derivative(asset, royalty_bps=2_000)
    shop.buy(shop.offer(child))
    annotate(shop)
    for number, owner in ((asset, OWNER), (child, OTHER)):
        shop.call("retire_asset", number, sender=owner)
        shop.call("claim_vault", number, sender=owner)
    shop.wait(100)

    rental_wei = COIN + LATE_WEI
    second_wei = (COIN - REWARD_WEI) * 25 // 100
    subscription_wei = COIN + second_wei
    right_wei = sale_wei = COIN  # the maker's right, and what the derivative sold for
    data_wei = rental_wei + subscription_wei + right_wei
    royalty_wei = net(sale_wei) * 2_000 // 10_000
    work_wei = 2 * COIN
    expected = {
        "owner": net(data_wei) + royalty_wei - work_wei - FORFEIT_WEI,
        "borrower": -rental_wei - sale_wei,
        "subscriber": -subscription_wei - REWARD_WEI,
        "challenger": 0,
        "keeper": REWARD_WEI,
        "maker": net(sale_wei) - royalty_wei - right_wei,
        "honest": net(COIN),
        "diligent": net(COIN),
        "cheat": -PENALTY_WEI,
        "community": data_wei
        + sale_wei
        + work_wei
        - net(data_wei + sale_wei + work_wei)
        + PENALTY_WEI,
    }
    assert expected == statement.close()
    assert 0 == shop.stage.host.balance_wei(Licensing.address)
    assert -FORFEIT_WEI == sum(expected.values())  # the rest is in the court's hands


def net(amount_wei: int) -> int:
    """Return what the protocol's fee leaves of an amount."""
    return amount_wei - amount_wei * FEE_BPS // 10_000
