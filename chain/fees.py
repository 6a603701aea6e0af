"""
What execution costs: base fee, tips, and the gas a transaction pays before it runs.

    parent block --compute_base_fee_wei--> base fee --effective prices--> sender pays
    transaction  --compute_intrinsic_gas / compute_floor_gas--> least gas limit
"""

from typing import NamedTuple

from chain import params
from chain.types.primitives import Gas, Wei
from chain.types.transaction import Transaction


class IntrinsicSchedule(NamedTuple):
    """Prices of a transaction's own parts, in gas; they moved from fork to fork."""

    data_nonzero_byte_gas: int
    create_gas: int
    initcode_word_gas: int
    floor_token_gas: int  # 0: no floor


PRAGUE_SCHEDULE = IntrinsicSchedule(
    data_nonzero_byte_gas=params.DATA_NONZERO_BYTE_GAS,
    create_gas=params.TRANSACTION_CREATE_GAS,
    initcode_word_gas=params.INITCODE_WORD_GAS,
    floor_token_gas=params.FLOOR_TOKEN_GAS,
)


def compute_base_fee_wei(
    parent_base_fee_wei: Wei, parent_gas_used: Gas, parent_gas_limit: Gas
) -> Wei:
    """
    Price of one gas in the next block, in wei (EIP-1559).

    Moves at most 1/8 a block towards half-full blocks. It rises by 1 wei at least after a block
    above the target; a fall rounds down, so that it can rest at a few wei but never turns negative.
    """
    target_gas = parent_gas_limit // params.ELASTICITY_MULTIPLIER
    distance_gas = parent_gas_used - target_gas
    if distance_gas == 0:
        return parent_base_fee_wei
    change_wei = (
        parent_base_fee_wei * abs(distance_gas) // target_gas // params.BASE_FEE_CHANGE_DENOMINATOR
    )
    if distance_gas > 0:
        return Wei(parent_base_fee_wei + max(change_wei, 1))
    return Wei(parent_base_fee_wei - change_wei)


def compute_effective_tip_wei(max_fee_wei: Wei, max_tip_wei: Wei, base_fee_wei: Wei) -> Wei:
    """
    What the proposer earns per gas, in wei; below zero if the fee cap does not reach the base fee.

    The last case lets the pool order transactions that no block can take yet (EIP-1559).
    """
    return Wei(min(max_tip_wei, max_fee_wei - base_fee_wei))


def compute_effective_gas_price_wei(max_fee_wei: Wei, max_tip_wei: Wei, base_fee_wei: Wei) -> Wei:
    """Return what the sender pays per gas, in wei: base fee and tip, at most the cap (EIP-1559)."""
    return Wei(min(max_fee_wei, base_fee_wei + max_tip_wei))


def compute_intrinsic_gas(
    transaction: Transaction, schedule: IntrinsicSchedule = PRAGUE_SCHEDULE
) -> Gas:
    """Gas charged before the first instruction (EIP-2028, 2930, 3860, 7702)."""
    data = transaction.data
    gas: int = params.TRANSACTION_BASE_GAS
    if data:
        zero_bytes = data.count(0)
        gas += zero_bytes * params.DATA_ZERO_BYTE_GAS
        gas += (len(data) - zero_bytes) * schedule.data_nonzero_byte_gas
    if transaction.to is None:
        gas += schedule.create_gas + schedule.initcode_word_gas * ((len(data) + 31) // 32)
    for entry in transaction.access_list:
        gas += params.ACCESS_LIST_ADDRESS_GAS + params.ACCESS_LIST_SLOT_GAS * len(entry.slots)
    return Gas(gas + params.AUTHORIZATION_GAS * len(transaction.authorizations))


def compute_floor_gas(
    transaction: Transaction, schedule: IntrinsicSchedule = PRAGUE_SCHEDULE
) -> Gas:
    """Least gas that is charged in the end, so that bulk data is not cheap (EIP-7623)."""
    if not schedule.floor_token_gas:
        return Gas(0)
    zero_bytes = transaction.data.count(0)
    nonzero_bytes = len(transaction.data) - zero_bytes
    tokens = zero_bytes + nonzero_bytes * params.FLOOR_TOKENS_PER_NONZERO_BYTE
    return Gas(params.TRANSACTION_BASE_GAS + schedule.floor_token_gas * tokens)
