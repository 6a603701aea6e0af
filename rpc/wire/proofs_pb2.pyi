from rpc.wire import blocks_pb2 as _blocks_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class AccountRequest(_message.Message):
    __slots__ = ("address", "slots", "at_height")
    ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SLOTS_FIELD_NUMBER: _ClassVar[int]
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    address: str
    slots: _containers.RepeatedScalarFieldContainer[bytes]
    at_height: int
    def __init__(self, address: _Optional[str] = ..., slots: _Optional[_Iterable[bytes]] = ..., at_height: _Optional[int] = ...) -> None: ...

class AccountResponse(_message.Message):
    __slots__ = ("height", "light_block", "account")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    LIGHT_BLOCK_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    height: int
    light_block: _blocks_pb2.LightBlock
    account: AccountProof
    def __init__(self, height: _Optional[int] = ..., light_block: _Optional[_Union[_blocks_pb2.LightBlock, _Mapping]] = ..., account: _Optional[_Union[AccountProof, _Mapping]] = ...) -> None: ...

class AccountProof(_message.Message):
    __slots__ = ("address", "nonce", "balance_wei", "code_hash", "storage_root", "nodes", "storage")
    ADDRESS_FIELD_NUMBER: _ClassVar[int]
    NONCE_FIELD_NUMBER: _ClassVar[int]
    BALANCE_WEI_FIELD_NUMBER: _ClassVar[int]
    CODE_HASH_FIELD_NUMBER: _ClassVar[int]
    STORAGE_ROOT_FIELD_NUMBER: _ClassVar[int]
    NODES_FIELD_NUMBER: _ClassVar[int]
    STORAGE_FIELD_NUMBER: _ClassVar[int]
    address: str
    nonce: int
    balance_wei: str
    code_hash: bytes
    storage_root: bytes
    nodes: _containers.RepeatedScalarFieldContainer[bytes]
    storage: _containers.RepeatedCompositeFieldContainer[StorageProof]
    def __init__(self, address: _Optional[str] = ..., nonce: _Optional[int] = ..., balance_wei: _Optional[str] = ..., code_hash: _Optional[bytes] = ..., storage_root: _Optional[bytes] = ..., nodes: _Optional[_Iterable[bytes]] = ..., storage: _Optional[_Iterable[_Union[StorageProof, _Mapping]]] = ...) -> None: ...

class StorageProof(_message.Message):
    __slots__ = ("slot", "value", "nodes")
    SLOT_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    NODES_FIELD_NUMBER: _ClassVar[int]
    slot: bytes
    value: bytes
    nodes: _containers.RepeatedScalarFieldContainer[bytes]
    def __init__(self, slot: _Optional[bytes] = ..., value: _Optional[bytes] = ..., nodes: _Optional[_Iterable[bytes]] = ...) -> None: ...

class CellRequest(_message.Message):
    __slots__ = ("module", "cell", "keys", "at_height")
    MODULE_FIELD_NUMBER: _ClassVar[int]
    CELL_FIELD_NUMBER: _ClassVar[int]
    KEYS_FIELD_NUMBER: _ClassVar[int]
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    module: str
    cell: str
    keys: _containers.RepeatedScalarFieldContainer[str]
    at_height: int
    def __init__(self, module: _Optional[str] = ..., cell: _Optional[str] = ..., keys: _Optional[_Iterable[str]] = ..., at_height: _Optional[int] = ...) -> None: ...

class CellResponse(_message.Message):
    __slots__ = ("height", "light_block", "account")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    LIGHT_BLOCK_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    height: int
    light_block: _blocks_pb2.LightBlock
    account: AccountProof
    def __init__(self, height: _Optional[int] = ..., light_block: _Optional[_Union[_blocks_pb2.LightBlock, _Mapping]] = ..., account: _Optional[_Union[AccountProof, _Mapping]] = ...) -> None: ...
