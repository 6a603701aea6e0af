// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Certificates, Commit, Header} from "./Certificates.sol";
import {IClient, Proof} from "./IClient.sol";
import {StateProof} from "./StateProof.sol";

/// @title A Kumiai chain, as far as its validators have signed it.
///
///     checkpoint --update--> trusted headers --verifyMembership, verifyAbsence--> slots
///         two stories --misbehaviour--> frozen for ever
///
/// @notice Nobody owns a client: it holds no money, it takes whatever is proven, and a gateway
/// that has to go on after a freeze is given another one.
contract LightClient is IClient {
    /// @notice What is remembered of a header.
    struct Trusted {
        bytes32 stateRoot; // zero: nothing is trusted at this height, or only its validators
        bytes32 hash;
        bytes32 nextValidatorsHash;
        uint64 timeMs;
    }

    /// @notice A number that would make the client trust anything, or nothing.
    error CheckpointInvalid();
    /// @notice Nothing at this height is trusted.
    error HeightUnknown(uint64 height);
    /// @notice What is trusted is too old: its validators may have left, unpunishable.
    error TrustExpired(uint64 height);
    /// @notice The client is frozen.
    error ClientFrozen();
    /// @notice A header stands ahead of this chain's clock, or not behind the one that it follows.
    error TimeRefused(uint64 timeMs);
    /// @notice A header is not above the one that is trusted.
    error HeightRefused(uint64 height);
    /// @notice The two headers do not contradict one another.
    error NoMisbehaviour();
    /// @notice The slot holds something else.
    error SlotRefused(bytes32 expected, bytes32 found);

    /// Seconds that a header may be ahead of this chain's clock.
    uint256 public constant CLOCK_DRIFT_S_MAX = 15;
    /// Longest trusting period: two thirds of Kumiai's unbonding time of three weeks.
    uint64 public constant TRUSTING_PERIOD_S_MAX = 14 days;

    /// @inheritdoc IClient
    uint256 public immutable override remoteChainId;
    /// @notice Seconds that a header's validators are trusted.
    uint64 public immutable trustingPeriodS;
    /// @inheritdoc IClient
    uint64 public override latestHeight;
    /// @notice Whether misbehaviour has been proven.
    bool public isFrozen;
    /// @notice Trusted headers by height.
    mapping(uint64 height => Trusted) public trustedAt;

    /// @param height Height of the checkpoint, whose header the caller knows to be final.
    /// @param hash Hash of that header.
    /// @param nextValidatorsHash Hash of the set of the height above.
    /// @param timeMs Time of the checkpoint.
    constructor(
        uint256 remoteChainId_,
        uint64 trustingPeriodS_,
        uint64 height,
        bytes32 hash,
        bytes32 nextValidatorsHash,
        uint64 timeMs
    ) {
        bool isWhole = remoteChainId_ != 0 && hash != 0 && nextValidatorsHash != 0 && timeMs != 0;
        if (!isWhole || trustingPeriodS_ == 0 || trustingPeriodS_ > TRUSTING_PERIOD_S_MAX) {
            revert CheckpointInvalid();
        }
        remoteChainId = remoteChainId_;
        trustingPeriodS = trustingPeriodS_;
        latestHeight = height;
        trustedAt[height] = Trusted(0, hash, nextValidatorsHash, timeMs);
        if (_isExpired(timeMs)) revert CheckpointInvalid();
        _requireNotAhead(timeMs);
    }

    /// @inheritdoc IClient
    function isLive() public view override returns (bool) {
        return !isFrozen && !_isExpired(trustedAt[latestHeight].timeMs);
    }

    /// @notice Accept a header that more than two thirds of a trusted set have signed.
    /// @dev A header that contradicts a trusted one is the proof that freezes the client.
    /// @param trustedHeight Height whose header names the trusted set.
    function update(uint64 trustedHeight, Commit calldata commit) external {
        if (isFrozen) revert ClientFrozen();
        Header memory header = _verify(trustedHeight, commit);
        Trusted storage known = trustedAt[header.height];
        if (known.hash != 0) {
            bool isSame = known.hash == header.hash && known.timeMs == commit.timeMs;
            if (!isSame) return _freeze(header.height, known.hash, header.hash);
        } else if (_contradictsLatest(header.height, commit.timeMs)) {
            return _freeze(header.height, trustedAt[latestHeight].hash, header.hash);
        }
        if (known.stateRoot != 0) return; // a checkpoint has none yet, and gets it here
        trustedAt[header.height] =
            Trusted(header.stateRoot, header.hash, header.nextValidatorsHash, commit.timeMs);
        if (header.height > latestHeight) latestHeight = header.height;
        emit Updated(header.height, header.hash, header.stateRoot, header.timestampS);
    }

    /// @notice Freeze the client by two final headers that cannot both be.
    ///
    /// Two of one height, or a higher one that is not later.
    function misbehaviour(
        uint64 trustedHeight,
        Commit calldata lower,
        uint64 otherTrustedHeight,
        Commit calldata upper
    ) external {
        if (isFrozen) revert ClientFrozen();
        Header memory first = _verify(trustedHeight, lower);
        Header memory second = _verify(otherTrustedHeight, upper);
        bool isFork = first.height == second.height &&
            (first.hash != second.hash || lower.timeMs != upper.timeMs);
        bool isBackwards = first.height < second.height && lower.timeMs >= upper.timeMs;
        if (!isFork && !isBackwards) revert NoMisbehaviour();
        _freeze(second.height, first.hash, second.hash);
    }

    /// @inheritdoc IClient
    function verifyMembership(
        Proof calldata proof,
        address account,
        bytes32 slot,
        bytes32 value
    ) external view override {
        (bytes32 found, ) = _slotOf(proof, account, slot);
        if (value == 0 || found != value) revert SlotRefused(value, found);
    }

    /// @inheritdoc IClient
    function verifyAbsence(
        Proof calldata proof,
        address account,
        bytes32 slot
    ) external view override returns (uint64 timeS) {
        bytes32 found;
        (found, timeS) = _slotOf(proof, account, slot);
        if (found != 0) revert SlotRefused(0, found);
    }

    function _slotOf(
        Proof calldata proof,
        address account,
        bytes32 slot
    ) private view returns (bytes32 found, uint64 timeS) {
        if (isFrozen) revert ClientFrozen();
        if (!isLive()) revert TrustExpired(latestHeight);
        Trusted storage trusted = trustedAt[proof.height];
        if (trusted.stateRoot == 0) revert HeightUnknown(proof.height);
        found = StateProof.slotOf(
            trusted.stateRoot,
            account,
            slot,
            proof.accountNodes,
            proof.storageNodes
        );
        timeS = trusted.timeMs / 1000;
    }

    /// @dev Refuse a commit that the set named at a trusted height does not make final.
    function _verify(uint64 trustedHeight, Commit calldata commit) private view returns (Header memory header) {
        Trusted storage trusted = trustedAt[trustedHeight];
        if (trusted.nextValidatorsHash == 0) revert HeightUnknown(trustedHeight);
        if (_isExpired(trusted.timeMs)) revert TrustExpired(trustedHeight);
        header = Certificates.verify(commit, remoteChainId, trusted.nextValidatorsHash);
        // The checkpoint may be shown whole by the set that it names, where that has not changed.
        if (header.height < trustedHeight) revert HeightRefused(header.height);
        _requireNotAhead(commit.timeMs);
    }

    /// @dev Whether a new height's time does not fit the newest one's.
    function _contradictsLatest(uint64 height, uint64 timeMs) private view returns (bool) {
        uint64 latestMs = trustedAt[latestHeight].timeMs;
        return height > latestHeight ? timeMs <= latestMs : timeMs >= latestMs;
    }

    function _freeze(uint64 height, bytes32 first, bytes32 second) private {
        isFrozen = true;
        emit Frozen(height, first, second);
    }

    function _isExpired(uint64 timeMs) private view returns (bool) {
        return uint256(timeMs) / 1000 + trustingPeriodS <= block.timestamp;
    }

    function _requireNotAhead(uint64 timeMs) private view {
        if (uint256(timeMs) / 1000 > block.timestamp + CLOCK_DRIFT_S_MAX) revert TimeRefused(timeMs);
    }
}
