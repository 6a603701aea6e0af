from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class GetRequest(_message.Message):
    __slots__ = ("height", "hash")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    HASH_FIELD_NUMBER: _ClassVar[int]
    height: int
    hash: bytes
    def __init__(self, height: _Optional[int] = ..., hash: _Optional[bytes] = ...) -> None: ...

class GetResponse(_message.Message):
    __slots__ = ("block",)
    BLOCK_FIELD_NUMBER: _ClassVar[int]
    block: Block
    def __init__(self, block: _Optional[_Union[Block, _Mapping]] = ...) -> None: ...

class StreamRequest(_message.Message):
    __slots__ = ("from_height",)
    FROM_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    from_height: int
    def __init__(self, from_height: _Optional[int] = ...) -> None: ...

class StreamResponse(_message.Message):
    __slots__ = ("block",)
    BLOCK_FIELD_NUMBER: _ClassVar[int]
    block: Block
    def __init__(self, block: _Optional[_Union[Block, _Mapping]] = ...) -> None: ...

class LightRequest(_message.Message):
    __slots__ = ("height",)
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    height: int
    def __init__(self, height: _Optional[int] = ...) -> None: ...

class LightResponse(_message.Message):
    __slots__ = ("light_block",)
    LIGHT_BLOCK_FIELD_NUMBER: _ClassVar[int]
    light_block: LightBlock
    def __init__(self, light_block: _Optional[_Union[LightBlock, _Mapping]] = ...) -> None: ...

class LightBlock(_message.Message):
    __slots__ = ("header", "next_validators", "commit")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    NEXT_VALIDATORS_FIELD_NUMBER: _ClassVar[int]
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    header: bytes
    next_validators: bytes
    commit: Commit
    def __init__(self, header: _Optional[bytes] = ..., next_validators: _Optional[bytes] = ..., commit: _Optional[_Union[Commit, _Mapping]] = ...) -> None: ...

class Commit(_message.Message):
    __slots__ = ("parent", "validators", "certificate")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    VALIDATORS_FIELD_NUMBER: _ClassVar[int]
    CERTIFICATE_FIELD_NUMBER: _ClassVar[int]
    parent: bytes
    validators: bytes
    certificate: bytes
    def __init__(self, parent: _Optional[bytes] = ..., validators: _Optional[bytes] = ..., certificate: _Optional[bytes] = ...) -> None: ...

class Block(_message.Message):
    __slots__ = ("header", "transactions", "certificate")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    TRANSACTIONS_FIELD_NUMBER: _ClassVar[int]
    CERTIFICATE_FIELD_NUMBER: _ClassVar[int]
    header: Header
    transactions: _containers.RepeatedCompositeFieldContainer[Transaction]
    certificate: Certificate
    def __init__(self, header: _Optional[_Union[Header, _Mapping]] = ..., transactions: _Optional[_Iterable[_Union[Transaction, _Mapping]]] = ..., certificate: _Optional[_Union[Certificate, _Mapping]] = ...) -> None: ...

class Header(_message.Message):
    __slots__ = ("hash", "height", "parent_hash", "proposer", "timestamp_s", "state_root", "transactions_root", "receipts_root", "gas_limit", "gas_used", "base_fee_per_gas_wei", "logs_bloom", "extra_data", "mix_hash", "parent_beacon_block_root", "encoded")
    HASH_FIELD_NUMBER: _ClassVar[int]
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    PARENT_HASH_FIELD_NUMBER: _ClassVar[int]
    PROPOSER_FIELD_NUMBER: _ClassVar[int]
    TIMESTAMP_S_FIELD_NUMBER: _ClassVar[int]
    STATE_ROOT_FIELD_NUMBER: _ClassVar[int]
    TRANSACTIONS_ROOT_FIELD_NUMBER: _ClassVar[int]
    RECEIPTS_ROOT_FIELD_NUMBER: _ClassVar[int]
    GAS_LIMIT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    BASE_FEE_PER_GAS_WEI_FIELD_NUMBER: _ClassVar[int]
    LOGS_BLOOM_FIELD_NUMBER: _ClassVar[int]
    EXTRA_DATA_FIELD_NUMBER: _ClassVar[int]
    MIX_HASH_FIELD_NUMBER: _ClassVar[int]
    PARENT_BEACON_BLOCK_ROOT_FIELD_NUMBER: _ClassVar[int]
    ENCODED_FIELD_NUMBER: _ClassVar[int]
    hash: bytes
    height: int
    parent_hash: bytes
    proposer: str
    timestamp_s: int
    state_root: bytes
    transactions_root: bytes
    receipts_root: bytes
    gas_limit: int
    gas_used: int
    base_fee_per_gas_wei: str
    logs_bloom: bytes
    extra_data: bytes
    mix_hash: bytes
    parent_beacon_block_root: bytes
    encoded: bytes
    def __init__(self, hash: _Optional[bytes] = ..., height: _Optional[int] = ..., parent_hash: _Optional[bytes] = ..., proposer: _Optional[str] = ..., timestamp_s: _Optional[int] = ..., state_root: _Optional[bytes] = ..., transactions_root: _Optional[bytes] = ..., receipts_root: _Optional[bytes] = ..., gas_limit: _Optional[int] = ..., gas_used: _Optional[int] = ..., base_fee_per_gas_wei: _Optional[str] = ..., logs_bloom: _Optional[bytes] = ..., extra_data: _Optional[bytes] = ..., mix_hash: _Optional[bytes] = ..., parent_beacon_block_root: _Optional[bytes] = ..., encoded: _Optional[bytes] = ...) -> None: ...

class Certificate(_message.Message):
    __slots__ = ("round", "time_ms", "precommits")
    ROUND_FIELD_NUMBER: _ClassVar[int]
    TIME_MS_FIELD_NUMBER: _ClassVar[int]
    PRECOMMITS_FIELD_NUMBER: _ClassVar[int]
    round: int
    time_ms: int
    precommits: _containers.RepeatedCompositeFieldContainer[Precommit]
    def __init__(self, round: _Optional[int] = ..., time_ms: _Optional[int] = ..., precommits: _Optional[_Iterable[_Union[Precommit, _Mapping]]] = ...) -> None: ...

class Precommit(_message.Message):
    __slots__ = ("validator", "signature")
    VALIDATOR_FIELD_NUMBER: _ClassVar[int]
    SIGNATURE_FIELD_NUMBER: _ClassVar[int]
    validator: str
    signature: bytes
    def __init__(self, validator: _Optional[str] = ..., signature: _Optional[bytes] = ...) -> None: ...

class Transaction(_message.Message):
    __slots__ = ("hash", "raw", "sender", "to", "nonce", "value_wei", "gas_limit", "data", "receipt")
    HASH_FIELD_NUMBER: _ClassVar[int]
    RAW_FIELD_NUMBER: _ClassVar[int]
    SENDER_FIELD_NUMBER: _ClassVar[int]
    TO_FIELD_NUMBER: _ClassVar[int]
    NONCE_FIELD_NUMBER: _ClassVar[int]
    VALUE_WEI_FIELD_NUMBER: _ClassVar[int]
    GAS_LIMIT_FIELD_NUMBER: _ClassVar[int]
    DATA_FIELD_NUMBER: _ClassVar[int]
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    hash: bytes
    raw: bytes
    sender: str
    to: str
    nonce: int
    value_wei: str
    gas_limit: int
    data: bytes
    receipt: Receipt
    def __init__(self, hash: _Optional[bytes] = ..., raw: _Optional[bytes] = ..., sender: _Optional[str] = ..., to: _Optional[str] = ..., nonce: _Optional[int] = ..., value_wei: _Optional[str] = ..., gas_limit: _Optional[int] = ..., data: _Optional[bytes] = ..., receipt: _Optional[_Union[Receipt, _Mapping]] = ...) -> None: ...

class Receipt(_message.Message):
    __slots__ = ("height", "index", "is_success", "gas_used", "cumulative_gas_used", "effective_gas_price_wei", "contract_address", "logs")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    INDEX_FIELD_NUMBER: _ClassVar[int]
    IS_SUCCESS_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    CUMULATIVE_GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EFFECTIVE_GAS_PRICE_WEI_FIELD_NUMBER: _ClassVar[int]
    CONTRACT_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    LOGS_FIELD_NUMBER: _ClassVar[int]
    height: int
    index: int
    is_success: bool
    gas_used: int
    cumulative_gas_used: int
    effective_gas_price_wei: str
    contract_address: str
    logs: _containers.RepeatedCompositeFieldContainer[Log]
    def __init__(self, height: _Optional[int] = ..., index: _Optional[int] = ..., is_success: _Optional[bool] = ..., gas_used: _Optional[int] = ..., cumulative_gas_used: _Optional[int] = ..., effective_gas_price_wei: _Optional[str] = ..., contract_address: _Optional[str] = ..., logs: _Optional[_Iterable[_Union[Log, _Mapping]]] = ...) -> None: ...

class Log(_message.Message):
    __slots__ = ("address", "topics", "data")
    ADDRESS_FIELD_NUMBER: _ClassVar[int]
    TOPICS_FIELD_NUMBER: _ClassVar[int]
    DATA_FIELD_NUMBER: _ClassVar[int]
    address: str
    topics: _containers.RepeatedScalarFieldContainer[bytes]
    data: bytes
    def __init__(self, address: _Optional[str] = ..., topics: _Optional[_Iterable[bytes]] = ..., data: _Optional[bytes] = ...) -> None: ...
