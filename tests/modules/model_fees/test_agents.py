"""Keys that sign for a payer: within a cap, some models and a time, and never by surprise."""

from typing import Any

import pytest

from chain.types.primitives import ZERO_ADDRESS, Seconds, Wei
from modules.model_fees.events import AgentAuthorised, AgentRevoked
from modules.model_fees.refusals import AgentRefused, UnknownModel, VoucherInvalid
from tests.modules.model_fees.scene import (
    AGENT,
    AGENT_KEY,
    BASE,
    MODEL,
    PAYER,
    PRICE_IN,
    PRICE_OUT,
    Scene,
)

PAID_WEI = 100 * PRICE_IN + 10 * PRICE_OUT


def authorise(scene: Scene, **changed: Any) -> None:
    """Let the agent's key sign for one voucher's worth in 100 seconds."""
    ends_s = Seconds(scene.stage.time_s + 500)
    values: dict[str, Any] = {
        "key": AGENT,
        "cap_wei": Wei(PAID_WEI),
        "period_s": Seconds(100),
        "models": (MODEL,),
        "ends_s": ends_s,
    }
    scene.call("authorise_agent", *(values | changed).values())


def test_an_agent_signs_within_its_cap() -> None:
    """What its vouchers add counts against the cap of the periods begun."""
    scene = Scene()
    number = scene.open()
    voucher = scene.voucher(number)
    with scene.stage.refuses(VoucherInvalid, "AGENT"):
        scene.redeem(voucher, AGENT_KEY)
    authorise(scene)
    ends_s = Seconds(scene.stage.time_s + 500)
    told = AgentAuthorised(PAYER, AGENT, Wei(PAID_WEI), Seconds(100), ends_s, (2,))
    assert scene.stage.logged(told)
    scene.redeem(voucher, AGENT_KEY)
    assert (PAID_WEI, 0) == (
        scene.call("agent", PAYER, AGENT).spent_wei,
        scene.call("agent_left", PAYER, AGENT),
    )
    more = scene.voucher(number, (101, 10), 2)
    with scene.stage.refuses(VoucherInvalid, "AGENT"):
        scene.redeem(more, AGENT_KEY)
    scene.wait(100)
    assert PAID_WEI == scene.call("agent_left", PAYER, AGENT)
    scene.redeem(more, AGENT_KEY)


def test_an_agent_signs_for_its_models_only() -> None:
    """A grant that names models covers no others; one that names none covers all."""
    scene = Scene()
    number = scene.open(BASE)
    authorise(scene)
    with scene.stage.refuses(VoucherInvalid, "AGENT"):
        scene.redeem(scene.voucher(number), AGENT_KEY)
    scene.call("revoke_agent", AGENT)
    scene.wait(scene.params.agent_notice_s)
    authorise(scene, models=())
    scene.redeem(scene.voucher(number), AGENT_KEY)


def test_revoking_takes_notice() -> None:
    """A payee that served on an agent's word has time to redeem it, then it counts no more."""
    scene = Scene()
    number = scene.open()
    authorise(scene, cap_wei=Wei(10 * PAID_WEI))
    scene.call("revoke_agent", AGENT)
    ends_s = Seconds(scene.stage.time_s + scene.params.agent_notice_s)
    assert scene.stage.logged(AgentRevoked(PAYER, AGENT, ends_s))
    scene.wait(scene.params.agent_notice_s - 1)
    scene.redeem(scene.voucher(number), AGENT_KEY)
    scene.wait(1)
    with scene.stage.refuses(VoucherInvalid, "AGENT"):
        scene.redeem(scene.voucher(number, (200, 20), 2), AGENT_KEY)
    assert 0 == scene.call("agent_left", PAYER, AGENT)
    with scene.stage.refuses(AgentRefused):
        scene.call("revoke_agent", AGENT)


@pytest.mark.parametrize(
    ("refusal", "changed"),
    [
        (AgentRefused, {"key": PAYER}),
        (AgentRefused, {"key": ZERO_ADDRESS}),
        (AgentRefused, {"cap_wei": Wei(0)}),
        (AgentRefused, {"cap_wei": Wei(2**96)}),
        (AgentRefused, {"period_s": Seconds(0)}),
        (AgentRefused, {"ends_s": Seconds(1)}),
        (AgentRefused, {"models": (MODEL,) * 9}),
        (UnknownModel, {"models": ("guild/unknown",)}),
    ],
)
def test_agent_refusals(refusal: type[Exception], changed: dict[str, Any]) -> None:
    """Each rule of a grant is refused by its name."""
    scene = Scene()
    with scene.stage.refuses(refusal):  # type: ignore[arg-type]
        authorise(scene, **changed)


def test_a_grant_is_not_replaced_while_it_counts() -> None:
    """A payer cannot shrink an agent's grant over a payee's head."""
    scene = Scene()
    authorise(scene)
    with scene.stage.refuses(AgentRefused, "revoke it first"):
        authorise(scene, cap_wei=Wei(1))
