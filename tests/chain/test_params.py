"""Constants that other programs rely on, against py-evm's."""

from eth.constants import SYSTEM_ADDRESS
from eth.vm.forks.cancun import constants as cancun
from eth.vm.forks.prague import constants as prague

from chain import params


def test_system_contracts_are_ethereums() -> None:
    """Addresses and code of the EIP-4788 and EIP-2935 contracts are the ones deployed anywhere."""
    assert params.SYSTEM_ADDRESS == SYSTEM_ADDRESS
    assert params.BEACON_ROOTS_ADDRESS == cancun.BEACON_ROOTS_ADDRESS
    assert params.BEACON_ROOTS_CODE == cancun.BEACON_ROOTS_CONTRACT_CODE
    assert params.HISTORY_STORAGE_ADDRESS == prague.HISTORY_STORAGE_ADDRESS
    assert params.HISTORY_STORAGE_CODE == prague.HISTORY_STORAGE_CONTRACT_CODE
    assert params.HISTORY_SERVE_WINDOW == prague.HISTORY_SERVE_WINDOW


def test_delegations_are_ethereums() -> None:
    """EIP-7702's prefix and prices are py-evm's."""
    assert params.DELEGATION_PREFIX == prague.DELEGATION_DESIGNATION_PREFIX
    assert params.AUTHORIZATION_GAS == prague.PER_EMPTY_ACCOUNT_BASE_COST
    refund = prague.PER_EMPTY_ACCOUNT_BASE_COST - prague.PER_AUTH_BASE_COST
    assert refund == params.AUTHORIZATION_KNOWN_REFUND_GAS
