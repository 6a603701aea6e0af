"""Protocol constants of the chain: value, human reading, unit. Changing one is a hard fork."""

from typing import Final

from chain.types.primitives import Address, Gas, Seconds, Wei

# Sizes of what comes from outside.
TRANSACTION_BYTES_MAX: Final = 131_072  # 2**17 (= 128 KiB), bytes of one encoded transaction
RLP_DEPTH_MAX: Final = 32  # lists inside lists; a block nests five deep
EXTRA_DATA_BYTES_MAX: Final = 32  # bytes, a header's extra_data (Yellow Paper, section 4.4.4)
ACCESS_LIST_BYTES_PER_SLOT: Final = 32  # bytes of one storage key in an access list

# Widths of integers.
UINT64_MAX: Final = 2**64 - 1
UINT256_MAX: Final = 2**256 - 1
NONCE_MAX: Final = 2**64 - 2  # last nonce that a transaction may carry (EIP-2681)

# Intrinsic gas, charged before the first instruction.
TRANSACTION_BASE_GAS: Final = Gas(21_000)  # 21 thousand gas, any transaction
TRANSACTION_CREATE_GAS: Final = Gas(32_000)  # 32 thousand gas more when it creates (EIP-2)
DATA_ZERO_BYTE_GAS: Final = Gas(4)
DATA_NONZERO_BYTE_GAS: Final = Gas(16)  # EIP-2028
INITCODE_WORD_GAS: Final = Gas(2)  # per 32 bytes of init code (EIP-3860)
ACCESS_LIST_ADDRESS_GAS: Final = Gas(2_400)  # EIP-2930
ACCESS_LIST_SLOT_GAS: Final = Gas(1_900)  # EIP-2930
AUTHORIZATION_GAS: Final = Gas(25_000)  # PER_EMPTY_ACCOUNT_COST (EIP-7702)
AUTHORIZATION_KNOWN_REFUND_GAS: Final = Gas(12_500)  # given back if the account was there
FLOOR_TOKEN_GAS: Final = Gas(10)  # TOTAL_COST_FLOOR_PER_TOKEN (EIP-7623)

# What instructions and native modules pay for words, accounts and logs, in gas.
WARM_ACCESS_GAS: Final = 100  # EIP-2929
COLD_SLOT_GAS: Final = 2_100  # EIP-2929
COLD_ACCOUNT_GAS: Final = 2_600  # EIP-2929
SLOT_SET_GAS: Final = 20_000  # a word from zero (EIP-2200)
SLOT_RESET_GAS: Final = 2_900  # a word changed for the first time (EIP-2929)
LOG_BYTE_GAS: Final = 8
FLOOR_TOKENS_PER_NONZERO_BYTE: Final = 4  # STANDARD_TOKEN_COST (EIP-7623)

# Code.
CODE_BYTES_MAX: Final = 24_576  # 24 KiB of deployed code (EIP-170)
INITCODE_BYTES_MAX: Final = 49_152  # 2 * CODE_BYTES_MAX of init code (EIP-3860)
DELEGATION_PREFIX: Final = b"\xef\x01\x00"  # then 20 bytes of address (EIP-7702)
DELEGATION_BYTES: Final = 23  # the prefix and the address

# Fee market (EIP-1559).
ELASTICITY_MULTIPLIER: Final = 2  # a full block is twice the target
BASE_FEE_CHANGE_DENOMINATOR: Final = 8  # the base fee moves at most 1/8 a block
BASE_FEE_INITIAL_WEI: Final = Wei(1_000_000_000)  # 1 gwei per gas
REFUND_QUOTIENT: Final = 5  # refunds give back at most a fifth of the gas used (EIP-3529)

# Blocks.
GAS_LIMIT_MIN: Final = Gas(5_000)  # least gas limit of a block (Yellow Paper, equation 47)
ANCESTOR_HASHES: Final = 256  # blocks that BLOCKHASH looks back
TIMESTAMP_MAX_S: Final = Seconds(2**64 - 1)

# Evidence: a fault is forgotten only when it is older than both, so that neither a burst of blocks
# nor a halt of the chain lets anyone off; unbonding stake is held as long.
EVIDENCE_AGE_BLOCKS_MAX: Final = 100_000  # blocks between the fault and the block that tells it
EVIDENCE_AGE_S_MAX: Final = Seconds(1_814_400)  # 21 days between the times of those blocks
EVIDENCE_BYTES_MAX: Final = 40_960  # 40 KiB, one encoded piece; an attack by 256 has 38 kB
EVIDENCE_PER_BLOCK_MAX: Final = 16  # pieces that one block carries
EVIDENCE_BLOCK_BYTES_MAX: Final = 65_536  # 64 KiB of evidence in one block's first transaction

# secp256k1.
SECP256K1_N: Final = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141
SECP256K1_HALF_N: Final = SECP256K1_N >> 1  # largest s of a signature (EIP-2)

# System calls at the start of a block (EIP-4788, EIP-2935): no fee, this much gas, this sender.
SYSTEM_CALL_GAS: Final = Gas(30_000_000)  # 30 million gas
SYSTEM_ADDRESS: Final = Address(bytes.fromhex("fffffffffffffffffffffffffffffffffffffffe"))
HISTORY_SERVE_WINDOW: Final = 8_191  # blocks whose hash and beacon root contracts can ask for
BEACON_ROOTS_ADDRESS: Final = Address(bytes.fromhex("000f3df6d732807ef1319fb7b8bb8522d0beac02"))
BEACON_ROOTS_CODE: Final = bytes.fromhex(
    "3373fffffffffffffffffffffffffffffffffffffffe14604d57602036146024575f5ffd5b5f35801560495762"
    "001fff810690815414603c575f5ffd5b62001fff01545f5260205ff35b5f5ffd5b62001fff42064281555f3590"
    "62001fff015500"
)
HISTORY_STORAGE_ADDRESS: Final = Address(bytes.fromhex("0000f90827f1c53a10cb7a02335b175320002935"))
HISTORY_STORAGE_CODE: Final = bytes.fromhex(
    "3373fffffffffffffffffffffffffffffffffffffffe14604657602036036042575f35600143038111604257"
    "611fff81430311604257611fff9006545f5260205ff35b5f5ffd5b5f35611fff60014303065500"
)

BEACON_LINKS: Final = 65_536  # links of one chain of the randomness beacon, revealed one a block
