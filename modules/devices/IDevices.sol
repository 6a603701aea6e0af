// SPDX-License-Identifier: Apache-2.0
// Rendered from modules/devices/module.py by `python -m cli.render`; not to be edited.
pragma solidity ^0.8.20;

/// @dev Where the module lives on every chain.
address constant DEVICES_ADDRESS = 0x0000000000000000000000000000000000000a04;

/// @dev The module, ready to be called.
IDevices constant DEVICES = IDevices(DEVICES_ADDRESS);

/// @notice Devices earn for demand they served.
interface IDevices {
    /// @dev What a device offers; each class has its line in the table of parameters.
    enum DeviceClass {
        GPU,
        EDGE_COMPUTE,
        BANDWIDTH,
        STORAGE,
        SENSOR
    }

    /// @dev What a device is accused of.
    enum Suspicion {
        LOCATION_CLASH,
        CLONE_KEY,
        SIBLING_FARM
    }

    /// @dev Where a device stands.
    enum Status {
        NOTHING,
        REGISTERED,
        PROBATION,
        ACTIVE,
        DEGRADED,
        OFFLINE,
        MAINTENANCE,
        SUSPECTED,
        RETIRING,
        RETIRED,
        BANNED
    }

    /// @dev How far a challenge is.
    enum ChallengeStatus {
        NOTHING,
        DRAWN,
        ANSWERED,
        PASSED,
        DENIED,
        MISSED
    }

    /// @dev How far a penalty is.
    enum PenaltyStatus {
        NOTHING,
        PENDING,
        APPEALED,
        EXECUTED,
        LIFTED
    }

    /// @dev Why a device is slashed.
    enum Reason {
        OFFLINE,
        UNREACHABLE,
        UNSERVED,
        FRAUD
    }

    /// @dev How far a suspicion is.
    enum CaseStatus {
        NOTHING,
        OPEN,
        CLEARED,
        CONVICTED,
        LAPSED
    }

    /// @dev All that a registration binds; the device's key signs every field.
    ///
    /// `key` is the address of the device's secp256k1 key, `capacity` counts units of its class,
    /// `serial` commits to its serial number, `did` and `uri` are hashes, `cell` numbers the place
    /// in the grid, `nonce` is the key's own count of signatures, `deadline_s` ends the permission.
    struct Application {
        address owner;
        address key;
        DeviceClass kind;
        uint256 capacity;
        bytes32 serial;
        bytes32 did;
        uint256 cell;
        bytes32 uri;
        uint256 nonce;
        uint64 deadlineS;
    }

    /// @dev A maker's word that it built the device of a key and a serial; empty where none is
    /// needed.
    struct Attestation {
        uint64 validUntilS;
        bytes signature;
    }

    /// @dev A device's word that it is there; the key signs it.
    struct Beat {
        uint256 device;
        uint256 epoch;
        uint256 window;
        uint256 capacity;
        bytes32 root;
    }

    /// @dev A beat and the signature of the device's key.
    struct SignedBeat {
        Beat beat;
        bytes signature;
    }

    /// @dev A signed beat and its place under the root that a gateway posted in time.
    struct ProvenBeat {
        Beat beat;
        bytes signature;
        uint256 index;
        bytes32[] path;
    }

    /// @dev A key's signature over a change of its device: the nonce it names, until when, and it.
    struct Permission {
        uint256 nonce;
        uint64 deadlineS;
        bytes signature;
    }

    /// @dev What each class must bond and what it counts; beats, challenges, slashes and rewards.
    struct DevicesParams {
        uint256 gpuBondWei;
        uint16 gpuWeightBps;
        uint256 gpuCapacityMax;
        uint256 gpuCellMax;
        bool gpuAttested;
        uint256 edgeBondWei;
        uint16 edgeWeightBps;
        uint256 edgeCapacityMax;
        uint256 edgeCellMax;
        bool edgeAttested;
        uint256 bandwidthBondWei;
        uint16 bandwidthWeightBps;
        uint256 bandwidthCapacityMax;
        uint256 bandwidthCellMax;
        bool bandwidthAttested;
        uint256 storageBondWei;
        uint16 storageWeightBps;
        uint256 storageCapacityMax;
        uint256 storageCellMax;
        bool storageAttested;
        uint256 sensorBondWei;
        uint16 sensorWeightBps;
        uint256 sensorCapacityMax;
        uint256 sensorCellMax;
        bool sensorAttested;
        address maker1;
        address maker2;
        address maker3;
        address maker4;
        uint256 registrationFeeWei;
        uint256 windows;
        uint256 windowBlocks;
        uint256 proofBlocks;
        uint16 degradedBelowBps;
        uint16 offlineBelowBps;
        uint256 probationEpochs;
        uint256 probationEpochsMax;
        uint256 probationChallenges;
        uint16 probationWeightBps;
        uint256 coolUpEpochs;
        uint16 recoveryFeeBps;
        uint256 challengeIntervalBlocks;
        uint256 challengesPerDraw;
        uint256 verifiers;
        uint256 responseBlocks;
        uint256 attestBlocks;
        uint256 missWeight;
        uint256 maintenanceBlocksMax;
        uint256 maintenanceNoticeBlocks;
        uint256 maintenanceYearBlocks;
        uint16 takeBps;
        uint16 takeBurnBps;
        uint16 betaBps;
        uint256 floorWei;
        uint256 epochWeiMax;
        uint256 escrowEpochs;
        uint16 offlineSlash1Bps;
        uint16 offlineSlash2Bps;
        uint16 offlineSlash3Bps;
        uint16 unreachableSlash1Bps;
        uint16 unreachableSlash2Bps;
        uint16 unreachableSlash3Bps;
        uint16 unservedSlash1Bps;
        uint16 unservedSlash2Bps;
        uint16 unservedSlash3Bps;
        uint256 longAfter;
        uint256 veryLongAfter;
        uint16 harmedBps;
        uint16 verifiersBps;
        uint16 treasuryBps;
        uint256 appealBlocks;
        uint256 caseBlocksMax;
        uint256 reportBlocks;
        uint256 unbondingBlocks;
        uint256 bansMax;
        uint256 entryPolicy;
    }

    /// @dev What a device is, as its key signed it.
    struct Device {
        address owner;
        address key;
        DeviceClass kind;
        uint256 capacity;
        bytes32 serial;
        bytes32 did;
        uint256 cell;
        bytes32 uri;
        uint64 attestedUntilS;
        uint256 priceWei;
    }

    /// @dev How a device stands; everything that epochs, juries and its owner change.
    struct Standing {
        Status status;
        Status prior;
        bool isProven;
        uint256 settledEpoch;
        uint256 goodEpochs;
        uint256 offlineEpochs;
        uint256 unreachableEpochs;
        uint256 openPenalties;
        uint64 unbondsAt;
        uint256 passed;
        uint256 missed;
        uint256 case_;
        uint256 requiredWei;
        uint256 bondWei;
    }

    /// @dev A device and how it stands, as one answer.
    struct DeviceInfo {
        uint256 number;
        Device device;
        Standing standing;
        uint256 escrowedWei;
        uint256 earnedWei;
        uint256 clawedBackWei;
    }

    /// @dev What a device did in one epoch, and what that counts.
    struct Tally {
        uint256 epoch;
        address earner;
        uint256 paused;
        uint256 passed;
        uint256 missed;
        uint256 beats;
        uint256 capacityBeats;
        uint256 servedWei;
        uint256 burnedWei;
        uint256 demandScore;
        uint256 floorScore;
    }

    /// @dev The window a device should beat in next.
    struct NextBeat {
        uint256 epoch;
        uint256 window;
        uint64 opensAt;
        uint64 closesAt;
    }

    /// @dev The epoch that runs; its windows are those of the parameters when it began.
    struct Epoch {
        uint256 number;
        uint64 startedAt;
        uint256 windows;
        uint256 windowBlocks;
        uint256 proofBlocks;
        uint256 demandScore;
        uint256 floorScore;
    }

    /// @dev A closed epoch: what it paid and to how much of what.
    ///
    /// The `_left` fields fall to zero as devices are settled; what rounding leaves is carried
    /// over.
    struct EpochReport {
        uint256 number;
        uint64 startedAt;
        uint256 windows;
        uint256 windowBlocks;
        uint256 demandScore;
        uint256 floorScore;
        uint256 demandWei;
        uint256 floorWei;
        uint256 demandLeft;
        uint256 floorLeft;
        uint256 creditedWei;
    }

    /// @dev A reward in escrow: whose it becomes, and the epoch it is for.
    struct Tranche {
        address owner;
        uint256 epoch;
        uint256 amountWei;
    }

    /// @dev How much of a class there is, and how much of it is ready.
    struct ClassInfo {
        uint256 devices;
        uint256 capacity;
        uint256 ready;
        uint256 servedWei;
    }

    /// @dev A question to a device that the beacon drew.
    struct Challenge {
        uint256 device;
        ChallengeStatus status;
        bytes32 nonce;
        uint64 deadlineAt;
        address[] verifiers;
        uint256 voted;
        uint256 confirmed;
        uint256 denied;
        bytes32 response;
    }

    /// @dev A slash that waits for an appeal, or had it.
    struct Penalty {
        uint256 device;
        PenaltyStatus status;
        Reason reason;
        uint256 tier;
        uint64 deadlineAt;
        uint256 claim;
        uint256 amountWei;
        uint256 takenWei;
        address harmed;
        bytes32 evidence;
    }

    /// @dev A suspicion before the jury.
    struct Case {
        uint256 device;
        CaseStatus status;
        Suspicion suspicion;
        address challenger;
        bytes32 evidence;
        uint256 valueWei;
        uint256 claim;
        uint64 deadlineAt;
    }

    /// @dev A service that somebody paid for, unit by unit; one unit is one window of service.
    struct Receipt {
        address payer;
        uint256 device;
        uint256 paidWei;
        uint64 expiresAt;
        uint256 penalty;
        uint256 units;
    }

    /// @dev The latest declared maintenance of a device, and its budget of the year.
    struct Maintenance {
        uint64 startsAt;
        uint64 endsAt;
        uint64 beganAt;
        Status resumes;
        uint256 year;
        uint256 usedBlocks;
    }

    /// @notice The policy does not admit the account; `reasons` are the bits of what stands in the
    /// way.
    error Denied(uint256 policy, address account, uint256 reasons);

    /// @notice The call is for others: whoever has one of these roles.
    error RoleForbids(string call, string roles);

    /// @notice What is in this state does not take the call.
    error StateForbids(string machine, string state, string call);

    /// @notice The signature is not of the key that must have signed.
    error SignatureWrong(address expected, string reason);

    /// @notice There is no device of this number.
    error UnknownDevice(uint256 device);

    /// @notice Registration takes exactly this fee.
    error FeeMismatch(uint256 feeWei, uint256 foundWei);

    /// @notice Only the account that is named as the owner registers a device.
    error NotApplicant(address owner);

    /// @notice Too many devices of this owner were banned.
    error OwnerBarred(address owner);

    /// @notice A device of this serial was registered before; a serial is never used again.
    error SerialTaken(bytes32 serial);

    /// @notice This key speaks, or once spoke, for a device; a key is never used again.
    error KeyTaken(address key);

    /// @notice A capacity from 1 to this is expected.
    error CapacityInvalid(uint256 capacityMax, uint256 found);

    /// @notice A cell is a 64-bit number.
    error CellInvalid(uint256 found);

    /// @notice The cell has as many devices of this class as may be.
    error CellFull(uint256 cell, uint256 cellMax);

    /// @notice The signature was good until then.
    error PermissionExpired(uint64 deadlineS);

    /// @notice The key's next signature must name this nonce.
    error NonceMismatch(uint256 expected, uint256 found);

    /// @notice The class needs the word of a known maker, valid now.
    error AttestationMissing(string reason);

    /// @notice The bond must be at least this.
    error BondTooSmall(uint256 neededWei, uint256 foundWei);

    /// @notice At most so many at once.
    error BatchTooLarge(uint256 countMax, uint256 found);

    /// @notice This window takes no beats now: each has its time, and late is missed.
    error WindowClosed(uint256 epoch, uint256 window);

    /// @notice The device's clock begins with this epoch.
    error EpochNotStarted(uint256 firstEpoch);

    /// @notice The device beat in this window already.
    error AlreadyBeaten(uint256 window);

    /// @notice The gateway posted its root for this window already.
    error RootTaken(uint256 epoch, uint256 window);

    /// @notice The beat is not under the root that the gateway posted.
    error ProofInvalid(uint256 device);

    /// @notice A payment for at least one unit is expected, at a posted price.
    error NothingPaid();

    /// @notice A unit of service may cost no more than this.
    error PriceTooHigh(uint256 maximumWei, uint256 foundWei);

    /// @notice The units cost more than was sent.
    error PriceExceeds(uint256 neededWei, uint256 foundWei);

    /// @notice One receipt is for at most so many units.
    error TooManyUnits(uint256 unitsMax);

    /// @notice There is no receipt of this number.
    error UnknownReceipt(uint256 receipt);

    /// @notice This payment cannot be reported so.
    error ReportRefused(string reason);

    /// @notice It had to be done before this height.
    error TooLate(uint64 deadlineAt);

    /// @notice A verifier speaks once.
    error VotedAlready(address verifier);

    /// @notice This maintenance cannot be declared.
    error MaintenanceRefused(string reason);

    /// @notice Not while penalties are open.
    error PenaltiesOpen(uint256 count);

    /// @notice An owner cannot accuse its own device.
    error OwnCase();

    /// @notice Nothing is released.
    error NothingToClaim();

    /// @notice This account cannot own a device.
    error OwnerInvalid(address owner);

    /// @notice This module is paused: one of its invariants failed.
    error Paused();

    /// @notice This call takes no coins.
    error NotPayable(uint256 valueWei);

    /// @notice The account has fewer coins than the move needs.
    error InsufficientCoins(uint256 neededWei, uint256 foundWei);

    /// @notice Only another module may make this call.
    error Unauthorized(address sender);

    /// @notice A module is called at its own address only, not by delegatecall or callcode.
    error DelegatecallRefused();

    /// @notice This module waits for a contract that it called; until then it only answers views.
    error Reentered();

    /// @notice No contract can be placed here: the account has code, a nonce or storage.
    error AddressTaken(address account);

    /// @notice A device is known: its key, its serial and its owner belong together.
    event Registered(
        uint256 indexed device,
        address indexed owner,
        address key,
        DeviceClass kind,
        uint256 capacity,
        bytes32 serial,
        uint256 cell
    );

    /// @notice Coins are at stake for a device.
    event Bonded(uint256 indexed device, address indexed owner, uint256 addedWei, uint256 bondWei);

    /// @notice What was left of a bond went back.
    event Unbonded(uint256 indexed device, address indexed owner, uint256 bondWei);

    /// @notice A unit of service costs this from now on.
    event PriceSet(uint256 indexed device, uint256 priceWei);

    /// @notice A device was there in a window of an epoch.
    event BeatHeard(
        uint256 indexed device,
        uint256 epoch,
        uint256 window,
        uint256 capacity,
        bytes32 root
    );

    /// @notice A gateway heard beats in a window; they can be proven until the epoch ends.
    event RootPosted(address indexed gateway, uint256 epoch, uint256 window, bytes32 root);

    /// @notice Somebody paid a device for service.
    event ServicePaid(
        uint256 indexed device,
        address indexed payer,
        uint256 receipt,
        uint256 units,
        uint256 paidWei,
        uint256 burnedWei
    );

    /// @notice The compute market paid for work that a device did.
    event ServiceNoted(uint256 indexed device, uint256 valueWei, uint256 burnedWei);

    /// @notice The beacon drew a device; its answer must be in before the deadline.
    event Challenged(
        uint256 indexed challenge,
        uint256 indexed device,
        bytes32 nonce,
        uint64 deadlineAt
    );

    /// @notice A device answered.
    event ChallengeAnswered(uint256 indexed challenge, uint256 indexed device, bytes32 response);

    /// @notice A verifier said whether it reached the device.
    event Attested(uint256 indexed challenge, address indexed verifier, bool isReachable);

    /// @notice A device's answer stands.
    event ChallengePassed(uint256 indexed challenge, uint256 indexed device);

    /// @notice A device did not answer, or most verifiers denied it.
    event ChallengeMissed(uint256 indexed challenge, uint256 indexed device, bool isDenied);

    /// @notice A device stands elsewhere, and why.
    event StateChanged(uint256 indexed device, Status before, Status after_, string reason);

    /// @notice A device will be away.
    event MaintenanceDeclared(uint256 indexed device, uint64 startsAt, uint64 endsAt);

    /// @notice A device is away, as declared.
    event MaintenanceOpened(uint256 indexed device, uint64 endsAt);

    /// @notice A device is back, or its time is over.
    event MaintenanceClosed(uint256 indexed device, uint256 usedBlocks);

    /// @notice A device is another's; what it earned before is not.
    event OwnerChanged(uint256 indexed device, address indexed before, address indexed after_);

    /// @notice Another key speaks for a device; the old one never does again.
    event KeyRotated(uint256 indexed device, address before, address after_);

    /// @notice A device is in another cell.
    event Relocated(uint256 indexed device, uint256 before, uint256 after_);

    /// @notice An epoch's pools are fixed: for demand served, and for being there.
    event EpochClosed(uint256 indexed epoch, uint256 demandWei, uint256 floorWei, uint256 drawnWei);

    /// @notice A device earned in an epoch; it is in escrow.
    event RewardAccrued(
        uint256 indexed device,
        uint256 indexed epoch,
        address owner,
        uint256 amountWei
    );

    /// @notice A reward left escrow: its owner may claim it.
    event RewardReleased(
        uint256 indexed device,
        uint256 indexed epoch,
        address owner,
        uint256 amountWei
    );

    /// @notice A reward in escrow was taken by a slash.
    event RewardBurned(uint256 indexed device, uint256 amountWei);

    /// @notice An owner took what was released.
    event RewardClaimed(address indexed owner, uint256 amountWei);

    /// @notice A device is to be slashed, unless its owner appeals with success.
    event PenaltyFiled(
        uint256 indexed penalty,
        uint256 indexed device,
        Reason reason,
        uint256 tier,
        uint256 amountWei,
        uint64 deadlineAt
    );

    /// @notice A jury will decide on a penalty.
    event PenaltyAppealed(uint256 indexed penalty, uint256 claim);

    /// @notice A penalty is off.
    event PenaltyLifted(uint256 indexed penalty, uint256 indexed device);

    /// @notice Coins were taken from a device: legs sum to the slash.
    event Slashed(
        uint256 indexed device,
        Reason reason,
        uint256 bondWei,
        uint256 escrowWei,
        uint256 harmedWei,
        uint256 verifiersWei,
        uint256 treasuryWei,
        uint256 burnedWei
    );

    /// @notice Somebody accuses a device before the jury.
    event Suspected(
        uint256 indexed case_,
        uint256 indexed device,
        address challenger,
        Suspicion suspicion,
        bytes32 evidence
    );

    /// @notice A suspicion is over.
    event CaseClosed(uint256 indexed case_, uint256 indexed device, bool isConvicted, bool isRuled);

    /// @notice Coins moved on a module's word: the one event of every `move`.
    event CoinsMoved(address source, address target, uint256 amountWei, string reason);

    /// @notice An invariant of the module failed; its calls are refused until governance resumes
    /// it.
    event ModulePaused(string invariant);

    /// @notice Governance resumed the module.
    event ModuleResumed();

    /// @notice A deadline's handling was refused and undone; the deadline is spent.
    event TimerFailed(uint256 kind, uint256 key, string reason);

    /// @notice Register a device of the caller's; its key signs every field (EIP-712), its maker
    /// vouches.
    ///
    /// The fee sent is burned. A key and a serial are never used again. Returns the number.
    function register(
        Application calldata application,
        bytes calldata signature,
        Attestation calldata attestation
    ) external payable returns (uint256);

    /// @notice Bond a registered device with the coins sent; its clock begins with the next epoch.
    function bond(uint256 device) external payable;

    /// @notice Add the coins sent to a bond; below what it needs, a device earns nothing.
    function topUp(uint256 device) external payable;

    /// @notice Set what a unit of service costs, in wei; zero sells nothing.
    function setPrice(uint256 device, uint256 priceWei) external;

    /// @notice Bring beats of the open window, signed by their devices' keys, at most BEATS_MAX.
    function beat(SignedBeat[] calldata signed) external;

    /// @notice Post the Merkle root of the beats that the caller heard in the open window, once.
    function postRoot(uint256 epoch, uint256 window, bytes32 root) external;

    /// @notice Show beats under a gateway's roots of the running epoch, at most BEATS_MAX.
    function proveBeats(address gateway, ProvenBeat[] calldata proofs) external;

    /// @notice Pay a device's owner for units of service at its posted price; returns the receipt.
    function payForService(uint256 device, uint256 units) external payable returns (uint256);

    /// @notice Report windows that the caller paid for and that were not served; returns the
    /// penalty.
    function reportUnserved(
        uint256 receipt,
        uint256 windows,
        bytes32 evidence
    ) external returns (uint256);

    /// @notice Bring a device's answer, signed by its key over the challenge's nonce.
    function answerChallenge(
        uint256 challenge,
        bytes32 response,
        bytes calldata signature
    ) external;

    /// @notice Say, as a drawn verifier, whether the device that answered could be reached.
    function attest(uint256 challenge, bool isReachable) external;

    /// @notice Announce that a device will be away, within the year's budget.
    function declareMaintenance(uint256 device, uint64 startsAt, uint256 blocks) external;

    /// @notice Come back before time.
    function endMaintenance(uint256 device) external;

    /// @notice Bring a pending penalty of the caller's device before a jury.
    function appeal(uint256 penalty, bytes32 evidence) external;

    /// @notice Accuse a device before the jury, with a bond at the verifier; returns the case.
    function suspect(
        uint256 device,
        Suspicion suspicion,
        bytes32 evidence
    ) external returns (uint256);

    /// @notice Give a device to another owner; its key signs too. What it earned stays.
    function transfer(uint256 device, address owner, Permission calldata permission) external;

    /// @notice Let another key speak for a device; the old one signs `permission`, the new `proof`.
    function rotateKey(
        uint256 device,
        address key,
        Permission calldata permission,
        bytes calldata proof
    ) external;

    /// @notice Move a device to another cell; its probation begins again.
    function relocate(uint256 device, uint256 cell, Permission calldata permission) external;

    /// @notice Take a device out of service for good; the bond is back after the unbonding time.
    function retire(uint256 device) external;

    /// @notice Credit and judge a device's closed epochs now; anybody may ask.
    function settle(uint256 device) external;

    /// @notice Take what was released to the caller; returns the wei.
    function claim() external returns (uint256);

    /// @notice Return the governed parameters.
    function params() external view returns (DevicesParams memory);

    /// @notice Return a device as it stood when it was last settled.
    function device(uint256 number) external view returns (DeviceInfo memory);

    /// @notice Return the device that a key speaks, or ever spoke, for; zero for none.
    function deviceByKey(address key) external view returns (uint256);

    /// @notice Return an owner's devices, at most PAGE_MAX.
    function devicesOf(
        address owner,
        uint256 offset,
        uint256 limit
    ) external view returns (uint256[] memory);

    /// @notice Return the devices with a bond, from the number `first` on, at most PAGE_MAX.
    function bondedDevices(uint256 first, uint256 limit) external view returns (uint256[] memory);

    /// @notice Return what a device did in the latest epoch it was touched in; `beats` is a bitmap.
    function uptime(uint256 device) external view returns (Tally memory);

    /// @notice Return the window in which a device should beat next, and its heights.
    function nextBeat(uint256 device) external view returns (NextBeat memory);

    /// @notice Return the epoch that runs, with its windows and scores.
    function currentEpoch() external view returns (Epoch memory);

    /// @notice Return what a closed epoch paid, and to how much; empty where it is not closed.
    function epochReport(uint256 epoch) external view returns (EpochReport memory);

    /// @notice Return what a device has in escrow, in wei.
    function escrowed(uint256 device) external view returns (uint256);

    /// @notice Return a device's rewards in escrow, oldest first.
    function tranchesOf(uint256 device) external view returns (Tranche[] memory);

    /// @notice Return what an account may claim now, in wei.
    function claimable(address account) external view returns (uint256);

    /// @notice Return how much of a class there is, is ready and was ever paid for.
    function classUtilisation(DeviceClass kind) external view returns (ClassInfo memory);

    /// @notice Return the bond of so many units of a class, in wei.
    function requiredBond(DeviceClass kind, uint256 capacity) external view returns (uint256);

    /// @notice Return how many devices of a class are in a cell.
    function devicesIn(DeviceClass kind, uint256 cell) external view returns (uint256);

    /// @notice Return a challenge; empty for an unknown number.
    function challenge(uint256 number) external view returns (Challenge memory);

    /// @notice Return the challenge that a device should answer; zero for none.
    function openChallenge(uint256 device) external view returns (uint256);

    /// @notice Return a penalty; empty for an unknown number.
    function penalty(uint256 number) external view returns (Penalty memory);

    /// @notice Return a device's penalties, oldest first, at most PAGE_MAX.
    function slashHistory(
        uint256 device,
        uint256 offset,
        uint256 limit
    ) external view returns (Penalty[] memory);

    /// @notice Return a suspicion's case; empty for an unknown number.
    function caseRecord(uint256 number) external view returns (Case memory);

    /// @notice Return a receipt; empty for an unknown number.
    function receipt(uint256 number) external view returns (Receipt memory);

    /// @notice Return a device's latest maintenance and its budget used in that year.
    function maintenanceOf(uint256 device) external view returns (Maintenance memory);

    /// @notice Return the nonce that a key's next signature must name.
    function keyNonce(address key) external view returns (uint256);

    /// @notice Return what a device's key signs to be registered.
    function registrationDigest(Application calldata application) external view returns (bytes32);
}
