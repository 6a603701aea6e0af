from rpc.wire import blocks_pb2 as _blocks_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class BroadcastMode(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    BROADCAST_MODE_UNSPECIFIED: _ClassVar[BroadcastMode]
    BROADCAST_MODE_SYNC: _ClassVar[BroadcastMode]
    BROADCAST_MODE_COMMIT: _ClassVar[BroadcastMode]
BROADCAST_MODE_UNSPECIFIED: BroadcastMode
BROADCAST_MODE_SYNC: BroadcastMode
BROADCAST_MODE_COMMIT: BroadcastMode

class Envelope(_message.Message):
    __slots__ = ("sender", "value_wei", "gas_limit", "max_fee_per_gas_wei", "max_priority_fee_per_gas_wei", "nonce")
    SENDER_FIELD_NUMBER: _ClassVar[int]
    VALUE_WEI_FIELD_NUMBER: _ClassVar[int]
    GAS_LIMIT_FIELD_NUMBER: _ClassVar[int]
    MAX_FEE_PER_GAS_WEI_FIELD_NUMBER: _ClassVar[int]
    MAX_PRIORITY_FEE_PER_GAS_WEI_FIELD_NUMBER: _ClassVar[int]
    NONCE_FIELD_NUMBER: _ClassVar[int]
    sender: str
    value_wei: str
    gas_limit: int
    max_fee_per_gas_wei: str
    max_priority_fee_per_gas_wei: str
    nonce: int
    def __init__(self, sender: _Optional[str] = ..., value_wei: _Optional[str] = ..., gas_limit: _Optional[int] = ..., max_fee_per_gas_wei: _Optional[str] = ..., max_priority_fee_per_gas_wei: _Optional[str] = ..., nonce: _Optional[int] = ...) -> None: ...

class BuildRequest(_message.Message):
    __slots__ = ("envelope", "to", "data")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    TO_FIELD_NUMBER: _ClassVar[int]
    DATA_FIELD_NUMBER: _ClassVar[int]
    envelope: Envelope
    to: str
    data: bytes
    def __init__(self, envelope: _Optional[_Union[Envelope, _Mapping]] = ..., to: _Optional[str] = ..., data: _Optional[bytes] = ...) -> None: ...

class UnsignedTransaction(_message.Message):
    __slots__ = ("height", "sender", "to", "chain_id", "nonce", "gas_limit", "max_fee_per_gas_wei", "max_priority_fee_per_gas_wei", "value_wei", "data", "cost_max_wei", "payload", "signing_hash")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    SENDER_FIELD_NUMBER: _ClassVar[int]
    TO_FIELD_NUMBER: _ClassVar[int]
    CHAIN_ID_FIELD_NUMBER: _ClassVar[int]
    NONCE_FIELD_NUMBER: _ClassVar[int]
    GAS_LIMIT_FIELD_NUMBER: _ClassVar[int]
    MAX_FEE_PER_GAS_WEI_FIELD_NUMBER: _ClassVar[int]
    MAX_PRIORITY_FEE_PER_GAS_WEI_FIELD_NUMBER: _ClassVar[int]
    VALUE_WEI_FIELD_NUMBER: _ClassVar[int]
    DATA_FIELD_NUMBER: _ClassVar[int]
    COST_MAX_WEI_FIELD_NUMBER: _ClassVar[int]
    PAYLOAD_FIELD_NUMBER: _ClassVar[int]
    SIGNING_HASH_FIELD_NUMBER: _ClassVar[int]
    height: int
    sender: str
    to: str
    chain_id: int
    nonce: int
    gas_limit: int
    max_fee_per_gas_wei: str
    max_priority_fee_per_gas_wei: str
    value_wei: str
    data: bytes
    cost_max_wei: str
    payload: bytes
    signing_hash: bytes
    def __init__(self, height: _Optional[int] = ..., sender: _Optional[str] = ..., to: _Optional[str] = ..., chain_id: _Optional[int] = ..., nonce: _Optional[int] = ..., gas_limit: _Optional[int] = ..., max_fee_per_gas_wei: _Optional[str] = ..., max_priority_fee_per_gas_wei: _Optional[str] = ..., value_wei: _Optional[str] = ..., data: _Optional[bytes] = ..., cost_max_wei: _Optional[str] = ..., payload: _Optional[bytes] = ..., signing_hash: _Optional[bytes] = ...) -> None: ...

class SignedPayload(_message.Message):
    __slots__ = ("payload", "signature")
    PAYLOAD_FIELD_NUMBER: _ClassVar[int]
    SIGNATURE_FIELD_NUMBER: _ClassVar[int]
    payload: bytes
    signature: bytes
    def __init__(self, payload: _Optional[bytes] = ..., signature: _Optional[bytes] = ...) -> None: ...

class BroadcastRequest(_message.Message):
    __slots__ = ("raw", "mode", "signed")
    RAW_FIELD_NUMBER: _ClassVar[int]
    MODE_FIELD_NUMBER: _ClassVar[int]
    SIGNED_FIELD_NUMBER: _ClassVar[int]
    raw: bytes
    mode: BroadcastMode
    signed: SignedPayload
    def __init__(self, raw: _Optional[bytes] = ..., mode: _Optional[_Union[BroadcastMode, str]] = ..., signed: _Optional[_Union[SignedPayload, _Mapping]] = ...) -> None: ...

class BroadcastResponse(_message.Message):
    __slots__ = ("hash", "transaction")
    HASH_FIELD_NUMBER: _ClassVar[int]
    TRANSACTION_FIELD_NUMBER: _ClassVar[int]
    hash: bytes
    transaction: _blocks_pb2.Transaction
    def __init__(self, hash: _Optional[bytes] = ..., transaction: _Optional[_Union[_blocks_pb2.Transaction, _Mapping]] = ...) -> None: ...

class GetRequest(_message.Message):
    __slots__ = ("hash",)
    HASH_FIELD_NUMBER: _ClassVar[int]
    hash: bytes
    def __init__(self, hash: _Optional[bytes] = ...) -> None: ...

class GetResponse(_message.Message):
    __slots__ = ("is_final", "transaction")
    IS_FINAL_FIELD_NUMBER: _ClassVar[int]
    TRANSACTION_FIELD_NUMBER: _ClassVar[int]
    is_final: bool
    transaction: _blocks_pb2.Transaction
    def __init__(self, is_final: _Optional[bool] = ..., transaction: _Optional[_Union[_blocks_pb2.Transaction, _Mapping]] = ...) -> None: ...

class Message(_message.Message):
    __slots__ = ("sender", "to", "data", "value_wei", "gas_limit")
    SENDER_FIELD_NUMBER: _ClassVar[int]
    TO_FIELD_NUMBER: _ClassVar[int]
    DATA_FIELD_NUMBER: _ClassVar[int]
    VALUE_WEI_FIELD_NUMBER: _ClassVar[int]
    GAS_LIMIT_FIELD_NUMBER: _ClassVar[int]
    sender: str
    to: str
    data: bytes
    value_wei: str
    gas_limit: int
    def __init__(self, sender: _Optional[str] = ..., to: _Optional[str] = ..., data: _Optional[bytes] = ..., value_wei: _Optional[str] = ..., gas_limit: _Optional[int] = ...) -> None: ...

class SimulateRequest(_message.Message):
    __slots__ = ("message", "at_height")
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    message: Message
    at_height: int
    def __init__(self, message: _Optional[_Union[Message, _Mapping]] = ..., at_height: _Optional[int] = ...) -> None: ...

class SimulateResponse(_message.Message):
    __slots__ = ("height", "output", "gas_used", "error", "is_revert", "logs")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    OUTPUT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    ERROR_FIELD_NUMBER: _ClassVar[int]
    IS_REVERT_FIELD_NUMBER: _ClassVar[int]
    LOGS_FIELD_NUMBER: _ClassVar[int]
    height: int
    output: bytes
    gas_used: int
    error: str
    is_revert: bool
    logs: _containers.RepeatedCompositeFieldContainer[_blocks_pb2.Log]
    def __init__(self, height: _Optional[int] = ..., output: _Optional[bytes] = ..., gas_used: _Optional[int] = ..., error: _Optional[str] = ..., is_revert: _Optional[bool] = ..., logs: _Optional[_Iterable[_Union[_blocks_pb2.Log, _Mapping]]] = ...) -> None: ...

class EstimateGasRequest(_message.Message):
    __slots__ = ("message", "at_height")
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    message: Message
    at_height: int
    def __init__(self, message: _Optional[_Union[Message, _Mapping]] = ..., at_height: _Optional[int] = ...) -> None: ...

class EstimateGasResponse(_message.Message):
    __slots__ = ("height", "gas_limit")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_LIMIT_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_limit: int
    def __init__(self, height: _Optional[int] = ..., gas_limit: _Optional[int] = ...) -> None: ...
