// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Rlp} from "./Rlp.sol";

/// @notice One validator of a set, in the set's order: by falling power, then by address.
struct Validator {
    address account;
    uint64 power;
}

/// @notice A validator's precommit. Signatures come in rising order of their signers.
struct Signature {
    bytes32 r;
    bytes32 s; // in the lower half
    uint8 v; // 0 or 1
    uint16 place; // of the signer in the set that decided
    uint16 trustedPlace; // of the signer in the set that is trusted, or NOBODY
}

/// @notice A block's header and why it is final: its parent names who decides, and they signed.
struct Commit {
    bytes header; // RLP
    bytes parent; // RLP of the parent's header
    uint64 round;
    uint64 timeMs; // when the block was proposed
    Validator[] validators; // who decides this block
    Validator[] trusted; // whom the client trusts, or empty where these are the same
    Signature[] signatures;
}

/// @notice What of a header counts here.
struct Header {
    bytes32 hash;
    bytes32 parentHash;
    bytes32 stateRoot;
    bytes32 nextValidatorsHash; // its extraData
    uint64 height;
    uint64 timestampS;
}

/// @title Final headers of a Kumiai chain.
///
///     trusted set --> 2/3--+                       +--extraData--> set of the next height
///                          +--signed--> header ----+--stateRoot--> every slot
///     parent's set -> 2/3--+
library Certificates {
    /// @notice A header of another shape than a block of Prague has.
    error HeaderRefused();
    /// @notice The parent that is shown is not the header's.
    error ParentRefused(bytes32 expected, bytes32 found);
    /// @notice The set shown is not the one that is meant.
    error ValidatorsRefused(bytes32 expected, bytes32 found);
    /// @notice A set that is empty, too large, or has a member without address or power.
    error ValidatorsInvalid();
    /// @notice A signature is not canonical, not by the one it says, or out of order.
    /// @param number Its place in the certificate.
    error SignatureRefused(uint256 number);
    /// @notice Those who signed do not have more than two thirds of the power.
    error PowerTooLow(uint256 signed, uint256 total);

    /// First word of what a vote signs: "kumiai/vote/1".
    bytes32 internal constant VOTE_DOMAIN = "kumiai/vote/1";
    uint8 private constant PRECOMMIT = 2;
    uint8 private constant FOR_BLOCK = 1;
    /// Half the order of secp256k1: of s and -s only the lower is taken (EIP-2).
    uint256 internal constant S_MAX = 0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF5D576E7357A4501DDFE92F46681B20A0;
    /// Validators in one set.
    uint256 internal constant VALIDATORS_MAX = 256;
    /// Voting power of a whole set.
    uint256 internal constant POWER_TOTAL_MAX = uint256(uint64(type(int64).max)) / 8;
    /// Heights, rounds and times stay positive in 64 bits.
    uint256 internal constant NUMBER_MAX = uint256(uint64(type(int64).max));
    /// Place of a signer that is no member of the trusted set.
    uint16 internal constant NOBODY = type(uint16).max;
    /// Bytes of one header, with room for none but the fields of Prague.
    uint256 internal constant HEADER_BYTES_MAX = 1024;

    /// @notice Refuse a commit that does not prove its header final to who trusts a set.
    ///
    /// More than two thirds of the trusted power signed: so an honest validator did, and the header
    /// and its parent are the chain's. More than two thirds of those whom the parent names signed:
    /// so the block was decided, and not only proposed.
    function verify(
        Commit calldata commit,
        uint256 chainId,
        bytes32 trustedHash
    ) internal pure returns (Header memory header) {
        header = decodeHeader(commit.header);
        Header memory parent = decodeHeader(commit.parent);
        if (header.parentHash != parent.hash || header.height != parent.height + 1) {
            revert ParentRefused(header.parentHash, parent.hash);
        }
        if (commit.timeMs / 1000 != header.timestampS) revert HeaderRefused();
        bool isSame = commit.trusted.length == 0;
        (bytes32 hash, uint256 total) = hashOf(commit.validators);
        if (hash != parent.nextValidatorsHash) revert ValidatorsRefused(parent.nextValidatorsHash, hash);
        uint256 trustedTotal = total;
        if (!isSame) (hash, trustedTotal) = hashOf(commit.trusted);
        if (trustedHash == 0 || hash != trustedHash) revert ValidatorsRefused(trustedHash, hash);
        (uint256 power, uint256 trustedPower) = _signed(commit, digest(commit, header, chainId), isSame);
        _requireTwoThirds(power, total);
        _requireTwoThirds(trustedPower, trustedTotal);
    }

    /// @notice What a precommit for the block signs, as Kumiai lays it out: 130 bytes, hashed.
    function digest(Commit calldata commit, Header memory header, uint256 chainId) internal pure returns (bytes32) {
        if (commit.round > NUMBER_MAX || commit.timeMs > NUMBER_MAX) revert HeaderRefused();
        return
            keccak256(
                abi.encodePacked(
                    VOTE_DOMAIN,
                    chainId,
                    PRECOMMIT,
                    header.height,
                    commit.round,
                    uint64(0), // precommits have no valid round
                    FOR_BLOCK,
                    header.hash,
                    commit.timeMs
                )
            );
    }

    /// @notice Hash of a set as headers carry it, and its power.
    function hashOf(Validator[] calldata validators) internal pure returns (bytes32 hash, uint256 total) {
        uint256 count = validators.length;
        if (count == 0 || count > VALIDATORS_MAX) revert ValidatorsInvalid();
        // Each pair has at most 1 + 21 + 9 bytes; the list's prefix has at most 3, written last.
        bytes memory buffer = new bytes(3 + 31 * count + 32);
        uint256 start;
        assembly {
            start := add(buffer, 35)
        }
        uint256 cursor = start;
        for (uint256 i = 0; i < count; i++) {
            (address account, uint64 power) = (validators[i].account, validators[i].power);
            if (account == address(0) || power == 0) revert ValidatorsInvalid();
            total += power;
            cursor = _writePair(cursor, account, power);
        }
        if (total > POWER_TOTAL_MAX) revert ValidatorsInvalid();
        hash = _hashList(start, cursor - start);
    }

    /// @notice Read a header of Prague: 21 fields, none more.
    function decodeHeader(bytes calldata encoded) internal pure returns (Header memory header) {
        if (encoded.length > HEADER_BYTES_MAX) revert HeaderRefused();
        bytes calldata fields = Rlp.list(encoded);
        uint256 cursor;
        header.hash = keccak256(encoded);
        (header.parentHash, cursor) = Rlp.word(fields, cursor);
        (, cursor) = Rlp.word(fields, cursor); // ommers
        (, cursor) = Rlp.text(fields, cursor); // coinbase
        (header.stateRoot, cursor) = Rlp.word(fields, cursor);
        (, cursor) = Rlp.word(fields, cursor); // transactions
        (, cursor) = Rlp.word(fields, cursor); // receipts
        (, cursor) = Rlp.text(fields, cursor); // bloom
        (, cursor) = Rlp.integer(fields, cursor, 8); // difficulty
        (header.height, cursor) = _number(fields, cursor);
        (, cursor) = Rlp.integer(fields, cursor, 8); // gas limit
        (, cursor) = Rlp.integer(fields, cursor, 8); // gas used
        (header.timestampS, cursor) = _number(fields, cursor);
        (header.nextValidatorsHash, cursor) = Rlp.word(fields, cursor);
        for (uint256 i = 13; i < 21; i++) (, cursor) = Rlp.text(fields, cursor);
        if (cursor != fields.length || header.stateRoot == 0 || header.nextValidatorsHash == 0) {
            revert HeaderRefused();
        }
    }

    function _number(bytes calldata fields, uint256 cursor) private pure returns (uint64, uint256) {
        (uint256 number, uint256 next) = Rlp.integer(fields, cursor, 8);
        if (number > NUMBER_MAX) revert HeaderRefused();
        return (uint64(number), next);
    }

    /// @dev Power of those who signed: in the set that decided, and in the one that is trusted.
    function _signed(
        Commit calldata commit,
        bytes32 signed,
        bool isSame
    ) private pure returns (uint256 power, uint256 trustedPower) {
        address last;
        for (uint256 i = 0; i < commit.signatures.length; i++) {
            Signature calldata signature = commit.signatures[i];
            address signer = _signer(signature, signed, i);
            // Rising order: none comes twice, in whatever places.
            if (signer <= last) revert SignatureRefused(i);
            last = signer;
            power += _powerOf(commit.validators, signature.place, signer, i);
            if (!isSame && signature.trustedPlace != NOBODY) {
                trustedPower += _powerOf(commit.trusted, signature.trustedPlace, signer, i);
            }
        }
        if (isSame) trustedPower = power;
    }

    function _signer(
        Signature calldata signature,
        bytes32 signed,
        uint256 number
    ) private pure returns (address signer) {
        if (signature.v > 1 || uint256(signature.s) > S_MAX) revert SignatureRefused(number);
        signer = ecrecover(signed, 27 + signature.v, signature.r, signature.s);
        if (signer == address(0)) revert SignatureRefused(number);
    }

    function _powerOf(
        Validator[] calldata validators,
        uint256 place,
        address signer,
        uint256 number
    ) private pure returns (uint256) {
        if (place >= validators.length || validators[place].account != signer) {
            revert SignatureRefused(number);
        }
        return validators[place].power;
    }

    /// @dev Strictly more, and never of nothing.
    function _requireTwoThirds(uint256 power, uint256 total) private pure {
        if (total == 0 || 3 * power <= 2 * total) revert PowerTooLow(power, total);
    }

    /// @dev Write RLP [account, power] at `cursor`; returns where it ends.
    function _writePair(uint256 cursor, address account, uint64 power) private pure returns (uint256 end) {
        uint256 size; // bytes of the power
        for (uint256 rest = power; rest != 0; rest >>= 8) size++;
        bool isSingle = power < 0x80;
        uint256 content = 21 + (isSingle ? 1 : 1 + size);
        assembly {
            mstore8(cursor, add(0xc0, content))
            mstore8(add(cursor, 1), 0x94)
            mstore(add(cursor, 2), shl(96, account))
            switch isSingle
            case 1 {
                mstore8(add(cursor, 22), power)
            }
            default {
                mstore8(add(cursor, 22), add(0x80, size))
                mstore(add(cursor, 23), shl(sub(256, mul(8, size)), power))
            }
            end := add(add(cursor, 1), content)
        }
    }

    /// @dev Keccak of the list whose content stands at `start`, with 3 bytes free before it.
    function _hashList(uint256 start, uint256 size) private pure returns (bytes32 hash) {
        assembly {
            let from := sub(start, 1)
            switch lt(size, 56)
            case 1 {
                mstore8(from, add(0xc0, size))
            }
            default {
                mstore8(from, and(size, 0xff))
                from := sub(from, 1)
                switch lt(size, 256)
                case 1 {
                    mstore8(from, 0xf8)
                }
                default {
                    mstore8(from, shr(8, size))
                    from := sub(from, 1)
                    mstore8(from, 0xf9)
                }
            }
            hash := keccak256(from, sub(add(start, size), from))
        }
    }
}
