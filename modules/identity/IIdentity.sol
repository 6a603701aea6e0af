// SPDX-License-Identifier: Apache-2.0
// Rendered from modules/identity/module.py by `python -m cli.render`; not to be edited.
pragma solidity ^0.8.20;

/// @dev Where the module lives on every chain.
address constant IDENTITY_ADDRESS = 0x0000000000000000000000000000000000000A05;

/// @dev The module, ready to be called.
IIdentity constant IDENTITY = IIdentity(IDENTITY_ADDRESS);

/// @notice Permission that is decided on chain and can be audited.
interface IIdentity {
    /// @dev Where a subject stands.
    ///
    /// ACTIVE <--> FROZEN by the officer, for a limited time ACTIVE <--> RECOVERING by its
    /// guardians, with a delay in which the owner may veto ACTIVE --> DEACTIVATED
    enum SubjectState {
        NOTHING,
        ACTIVE,
        FROZEN,
        RECOVERING,
        DEACTIVATED
    }

    /// @dev Where a credential stands; time alone makes it begin and expire.
    enum CredentialState {
        NOTHING,
        ISSUED,
        ACTIVE,
        SUSPENDED,
        EXPIRED,
        REVOKED,
        ERASED
    }

    /// @dev Where a disclosure stands; time alone ends it.
    enum GrantState {
        NOTHING,
        GRANTED,
        EXPIRED,
        REVOKED
    }

    /// @dev Where an issuer stands; its credentials count in BONDED and RESIGNING.
    ///
    /// PROPOSED --bond--> BONDED <--> FROZEN BONDED --term--> LAPSED --renewal--> BONDED BONDED,
    /// LAPSED --> RESIGNING --> RESIGNED any of them --vote--> REMOVED
    enum IssuerState {
        NOTHING,
        PROPOSED,
        BONDED,
        FROZEN,
        LAPSED,
        RESIGNING,
        RESIGNED,
        REMOVED
    }

    /// @dev What a policy asks for; empty lists and zeros ask for nothing.
    ///
    /// A good credential of each schema in `all_of`, and of one in `any_of`; each from a
    /// jurisdiction in `allowed`, and none of those schemas from one in `denied`; stake of a tier;
    /// at most `rate_limit` admissions in `rate_blocks`; not on the list `barred_list`.
    struct PolicyTerms {
        bytes32[] allOf;
        bytes32[] anyOf;
        uint256[] allowed;
        uint256[] denied;
        uint256 tierMin;
        uint256 rateLimit;
        uint256 rateBlocks;
        uint256 barredList;
    }

    /// @dev What an issuer attests.
    ///
    /// `commitment` is Keccak-256(salt ++ payload) with a random salt of 32 bytes that stays off
    /// chain; without the salt it says nothing, not even to who guesses the payload. `version` is
    /// that of the subject's attribute of this schema. Who attests it is not in it: the key on
    /// record says so.
    struct Claim {
        uint256 subject;
        bytes32 schema;
        bytes32 commitment;
        uint256 jurisdiction;
        uint64 validFromS;
        uint64 expiryS;
        uint256 version;
    }

    /// @dev A claim as its issuer signs it: good once, until the deadline, in this module alone.
    struct SignedClaim {
        Claim claim;
        uint256 nonce;
        uint64 deadlineS;
    }

    /// @dev A key's signature over a change of a subject or an issuer that makes it speak for it.
    struct Permission {
        uint256 nonce;
        uint64 deadlineS;
        bytes signature;
    }

    /// @dev What a grant opens: entries of a module's audit log, or the claims of a schema, or
    /// both.
    ///
    /// Zero for the module, or for the schema, is none of it. A grant opens what is its subject's
    /// own.
    struct DisclosureScope {
        address module;
        uint256 firstIndex;
        uint256 lastIndex;
        bytes32 schema;
    }

    /// @dev What registering costs, who may freeze, and every wait; waits count in blocks.
    struct IdentityParams {
        uint256 registrationFeeWei;
        uint256 subjectBondWei;
        uint256 recoveryDelayBlocks;
        uint256 guardianDelayBlocks;
        uint256 approvalBlocks;
        uint256 recoveryTriesMax;
        uint256 recoveryTriesBlocks;
        address officer;
        uint256 freezeBlocksMax;
        uint256 freezeGapBlocks;
        uint256 extensionBlocksMax;
        uint256 issuerBondWei;
        uint256 issuerOfferBlocks;
        uint256 issuerTermBlocks;
        uint256 issuerUnbondingBlocks;
        uint64 credentialSMax;
        uint256 credentialsMax;
        uint256 policyFeeWei;
    }

    /// @dev The latest freeze: its case, the height at which it ends or ended.
    struct Freeze {
        bytes32 case_;
        uint64 until;
    }

    /// @dev The recovery that runs: to which key and until when; and how many were vetoed since
    /// when.
    struct Recovery {
        address key;
        uint64 endsAt;
        uint256 round;
        uint256 tries;
        uint64 triesSince;
    }

    /// @dev Who may recover a subject together: `threshold` of `members`.
    struct Guardians {
        uint256 threshold;
        address[] members;
    }

    /// @dev A set of guardians that counts from a height on; 0 where none waits.
    struct PendingGuardians {
        uint64 effectiveAt;
        Guardians guardians;
    }

    /// @dev A subject as queries show it, whole.
    struct SubjectInfo {
        uint256 number;
        string did;
        SubjectState state;
        address controller;
        address[] accounts;
        uint256 bondWei;
        uint64 registeredAt;
        Freeze freeze;
        Recovery recovery;
        Guardians guardians;
        PendingGuardians pendingGuardians;
    }

    /// @dev Whose a policy is, and its newest version; versions never change.
    struct Policy {
        address owner;
        uint256 version;
        uint64 changedAt;
    }

    /// @dev A policy in one of its versions.
    struct PolicyInfo {
        uint256 number;
        Policy policy;
        PolicyTerms terms;
    }

    /// @dev Whether a policy admits an account now, and what stands in the way.
    struct Answer {
        bool isAdmitted;
        uint256 subject;
        uint256 version;
        uint256 reasons;
        string[] names;
    }

    /// @dev A claim on record and who attested it.
    struct Credential {
        CredentialState state;
        uint256 issuer;
        uint64 issuedAt;
        Claim claim;
    }

    /// @dev A credential as queries show it; `is_good` is whether it counts now.
    struct CredentialInfo {
        uint256 number;
        uint256 chainId;
        Credential credential;
        bool isGood;
    }

    /// @dev A guardian's word for a key, in a round of recoveries.
    struct Approval {
        address key;
        uint256 round;
        uint64 givenAt;
    }

    /// @dev Who may see what of a subject, and until when.
    struct Grant {
        GrantState state;
        uint256 subject;
        address auditor;
        DisclosureScope scope;
        uint64 expiryS;
    }

    /// @dev An auditor noted that it read a payload under a grant.
    struct Access {
        uint256 grant;
        address auditor;
        bytes32 payload;
        uint64 height;
    }

    /// @dev The entries of one epoch: the root of their tree and the head after the last of them.
    struct AuditEpoch {
        bytes32 root;
        bytes32 head;
        uint256 firstIndex;
        uint256 entries;
    }

    /// @dev One change: `method` is its selector as a number, `previous` the head before it.
    struct AuditEntry {
        bytes32 previous;
        uint256 index;
        uint64 height;
        address sender;
        uint256 method;
        bytes32 dataHash;
    }

    /// @dev What a subject says of itself under a schema, as a salted hash, and which change it is.
    struct Attribute {
        uint256 version;
        bytes32 commitment;
    }

    /// @dev Who may attest, with which key, and the bond behind it.
    struct Issuer {
        IssuerState state;
        address key;
        uint256 bondWei;
        uint64 termEndsAt;
        Freeze freeze;
    }

    /// @dev An issuer as queries show it, whole; `uri` is where it tells what it attests.
    struct IssuerInfo {
        uint256 number;
        Issuer issuer;
        string uri;
        bytes32[] schemas;
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

    /// @notice Exactly this must come along.
    error CostMismatch(uint256 expectedWei, uint256 foundWei);

    /// @notice The account belongs to a subject already; it may belong to one at a time.
    error AccountTaken(address account, uint256 subject);

    /// @notice A subject has at most so many accounts.
    error AccountsFull(uint256 maximum);

    /// @notice The account does not belong to this subject.
    error NotItsAccount(address account, uint256 subject);

    /// @notice The account that speaks for a subject leaves it by another taking its place.
    error ControllerStays(address account);

    /// @notice The signature was good until then.
    error PermissionExpired(uint64 deadlineS);

    /// @notice The signature must name the key's next nonce.
    error NonceMismatch(uint256 expected, uint256 found);

    /// @notice Guardians are different accounts, at most 16, none the officer; the threshold fits
    /// them.
    error GuardiansInvalid(uint256 found, uint256 threshold);

    /// @notice No set of guardians waits to count.
    error NothingPending(uint256 subject);

    /// @notice So many recoveries were vetoed that guardians must wait.
    error TriesSpent(uint64 until);

    /// @notice The officer may not be issuer, guardian or heir: who freezes must not be able to
    /// take.
    error OfficerConcerned(address account);

    /// @notice A freeze names a case, and a case freezes the same one only once.
    error CaseInvalid(bytes32 case_);

    /// @notice A freeze lasts so many blocks at most, and at least one.
    error FreezeInvalid(uint256 maximum, uint256 found);

    /// @notice After a freeze there is a time without one.
    error FreezeTooSoon(uint64 until);

    /// @notice The key speaks, or spoke, for an issuer.
    error KeyTaken(address key, uint256 issuer);

    /// @notice Schemas are different hashes, none of them zero, and not too many.
    error SchemasInvalid(uint256 maximum, uint256 found);

    /// @notice A link has at most so many bytes.
    error UriInvalid(uint256 bytesMax, uint256 foundBytes);

    /// @notice An issuer's bond must be at least this.
    error BondTooSmall(uint256 neededWei, uint256 foundWei);

    /// @notice No more than the whole can be slashed.
    error SlashInvalid(uint16 foundBps);

    /// @notice The key that signed speaks for no issuer that may attest now.
    error NotByAnIssuer(address signer);

    /// @notice The issuer may not attest claims of this schema.
    error SchemaNotHis(uint256 issuer, bytes32 schema);

    /// @notice A claim's field is not what it may be.
    error ClaimInvalid(string field, uint256 found);

    /// @notice A signed claim of this nonce was brought, or called back.
    error ClaimUsed(uint256 issuer, uint256 nonce);

    /// @notice The subject's attribute changed: the claim is about another version of it.
    error VersionMismatch(uint256 expected, uint256 found);

    /// @notice A subject holds at most so many credentials, and so many of one schema.
    error CredentialsFull(uint256 maximum);

    /// @notice No policy has this number, or it has no such version.
    error UnknownPolicy(uint256 policy);

    /// @notice No list has this number.
    error UnknownList(uint256 list);

    /// @notice Only its owner may change it; what governance owns, a passed proposal changes.
    error NotOwner(address owner);

    /// @notice A policy's field is not what it may be.
    error PolicyInvalid(string field, uint256 found);

    /// @notice A disclosure names an auditor, something to see, and an end that is still to come.
    error GrantInvalid(string field);

    /// @notice The payload of this commitment was erased.
    error AlreadyErased(uint64 erasedAt);

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

    /// @notice A subject has a number; its controller speaks for it.
    event SubjectRegistered(uint256 indexed subject, address indexed controller, uint256 bondWei);

    /// @notice An account belongs to a subject.
    event AccountLinked(uint256 indexed subject, address indexed account);

    /// @notice An account belongs to the subject no more.
    event AccountUnlinked(uint256 indexed subject, address indexed account);

    /// @notice Another key speaks for the subject.
    event KeyRotated(uint256 indexed subject, address old, address new_);

    /// @notice A subject's attribute changed: credentials of this schema, and no others, count no
    /// more.
    event AttributeChanged(
        uint256 indexed subject,
        bytes32 indexed schema,
        uint256 version,
        bytes32 commitment
    );

    /// @notice The subject is no more; its bond went back.
    event SubjectDeactivated(uint256 indexed subject, uint256 bondWei);

    /// @notice A set of guardians counts from this height on.
    event GuardiansSet(
        uint256 indexed subject,
        uint256 threshold,
        address[] members,
        uint64 effectiveAt
    );

    /// @notice A set of guardians that waited will not count.
    event GuardiansCancelled(uint256 indexed subject);

    /// @notice A guardian wants this key to speak for the subject.
    event RecoveryApproved(uint256 indexed subject, address indexed guardian, address key);

    /// @notice Enough guardians agree; the owner may veto until this height.
    event RecoveryStarted(uint256 indexed subject, address key, uint64 endsAt);

    /// @notice The owner is still there.
    event RecoveryVetoed(uint256 indexed subject, uint256 tries);

    /// @notice The key that was to speak for the subject belongs to another one by now.
    event RecoveryFailed(uint256 indexed subject, address key);

    /// @notice The subject is admitted nowhere, and nothing of it moves, until this height at most.
    event SubjectFrozen(uint256 indexed subject, bytes32 indexed case_, uint64 until);

    /// @notice The freeze of this case ended.
    event SubjectUnfrozen(uint256 indexed subject, bytes32 indexed case_);

    /// @notice A vote lets this key become an issuer, if it bonds itself in time.
    event IssuerProposed(uint256 indexed issuer, address indexed key, string uri);

    /// @notice An issuer is in another state, or its bond changed.
    event IssuerMoved(
        uint256 indexed issuer,
        IssuerState indexed state,
        uint256 bondWei,
        bytes32 case_
    );

    /// @notice A part of a removed issuer's bond went to the treasury.
    event IssuerSlashed(uint256 indexed issuer, uint256 amountWei);

    /// @notice Another key speaks for the issuer.
    event IssuerKeyRotated(uint256 indexed issuer, address old, address new_);

    /// @notice These are the schemas that an issuer may attest from now on.
    event SchemasSet(uint256 indexed issuer, bytes32[] schemas);

    /// @notice An issuer attested a claim.
    event CredentialIssued(
        uint256 indexed credential,
        uint256 indexed subject,
        uint256 indexed issuer,
        bytes32 schema,
        uint256 jurisdiction,
        uint64 validFromS,
        uint64 expiryS
    );

    /// @notice A credential is in another state.
    event CredentialMoved(uint256 indexed credential, CredentialState indexed state);

    /// @notice An issuer called a signed claim back.
    event ClaimCancelled(uint256 indexed issuer, uint256 nonce);

    /// @notice What was behind a commitment is gone; the chain keeps that it was there.
    event PayloadErased(uint256 indexed subject, bytes32 indexed commitment);

    /// @notice A version of a policy counts from now on.
    event PolicySet(uint256 indexed policy, uint256 indexed version, address owner);

    /// @notice There is a new list of barred subjects.
    event ListCreated(uint256 indexed list, address owner);

    /// @notice A subject is on a list, or no more.
    event Barred(uint256 indexed list, uint256 indexed subject, bool isBarred);

    /// @notice A policy admitted an account, or said why not; `asker` is the module that asked.
    event AccessDecided(
        uint256 indexed policy,
        address indexed account,
        address indexed asker,
        uint256 version,
        uint256 subject,
        uint256 reasons
    );

    /// @notice An auditor may see what the scope opens, until then.
    event DisclosureGranted(
        uint256 indexed grant,
        uint256 indexed subject,
        address indexed auditor,
        DisclosureScope scope,
        uint64 expiryS
    );

    /// @notice An auditor may see it no more.
    event DisclosureRevoked(uint256 indexed grant);

    /// @notice An auditor noted that it read a payload.
    event Accessed(
        uint256 indexed grant,
        uint256 indexed subject,
        address indexed auditor,
        bytes32 payload
    );

    /// @notice A change entered the module's audit log; `head` is the chain's hash with it.
    event AuditEntryAdded(
        uint256 indexed index,
        address indexed sender,
        uint256 indexed method,
        bytes32 dataHash,
        bytes32 head
    );

    /// @notice The entries of an epoch stand under this root from now on.
    event AuditEpochClosed(
        uint256 indexed epoch,
        bytes32 root,
        bytes32 head,
        uint256 firstIndex,
        uint256 entries
    );

    /// @notice Coins moved on a module's word: the one event of every `move`.
    event CoinsMoved(address source, address target, uint256 amountWei, string reason);

    /// @notice An invariant of the module failed; its calls are refused until governance resumes
    /// it.
    event ModulePaused(string invariant);

    /// @notice Governance resumed the module.
    event ModuleResumed();

    /// @notice A deadline's handling was refused and undone; the deadline is spent.
    event TimerFailed(uint256 kind, uint256 key, string reason);

    /// @notice Put a policy on record for a fee; its owner alone changes it. Returns its number.
    ///
    /// What governance owns is changed by votes.
    function createPolicy(
        PolicyTerms calldata terms,
        address owner
    ) external payable returns (uint256);

    /// @notice Let other terms count for checks from now on; returns the version they stand under.
    function amendPolicy(
        uint256 policy,
        PolicyTerms calldata terms
    ) external payable returns (uint256);

    /// @notice Let other terms of a policy that governance owns count from now on.
    ///
    /// Only by a passed proposal.
    function governPolicy(uint256 policy, PolicyTerms calldata terms) external returns (uint256);

    /// @notice Begin a list of barred subjects, for a fee; its owner keeps it. Returns its number.
    function createList(address owner) external payable returns (uint256);

    /// @notice Put a subject on a list of the caller's, or take it off.
    function bar(uint256 list, uint256 subject, bool isBarred) external;

    /// @notice Put a subject on a list that governance owns, or take it off.
    ///
    /// Only by a passed proposal.
    function governBar(uint256 list, uint256 subject, bool isBarred) external;

    /// @notice Attest a claim as the issuer whose key calls; returns the credential's number.
    ///
    /// The issuer's older credential of the same subject and schema is revoked.
    function issue(Claim calldata claim) external returns (uint256);

    /// @notice Bring a claim that an issuer signed (EIP-712) on record; returns the credential's
    /// number.
    ///
    /// The caller is an account of the claim's subject. Who issued it is whose key on record signed
    /// it, nothing that the claim says (ERC-3643#101). It counts once, here, until its deadline.
    function present(
        SignedClaim calldata signed,
        bytes calldata signature
    ) external returns (uint256);

    /// @notice Call a signed claim of the caller's, as an issuer, back before it is brought.
    function cancelClaim(uint256 nonce) external;

    /// @notice Let a credential of the caller's, as its issuer, not count for now.
    function suspend(uint256 credential) external;

    /// @notice Let a suspended credential count again.
    function resume(uint256 credential) external;

    /// @notice Take a credential back for good, as its issuer, or give it up, as its subject.
    function revoke(uint256 credential) external;

    /// @notice Strike a credential's commitment out: its payload was erased off chain, its salt
    /// with it.
    ///
    /// A tombstone tells when; audit logs stay whole, for they hold hashes of call data alone.
    function erase(uint256 credential) external;

    /// @notice Tell as the subject that what was behind a commitment of its own is erased off
    /// chain.
    function erasePayload(uint256 subject, bytes32 commitment) external;

    /// @notice Name who may recover the subject: `threshold` of `members`; none and 0 for nobody.
    ///
    /// Where there were guardians before, they stay so until the delay is over.
    function setGuardians(uint256 subject, address[] calldata members, uint256 threshold) external;

    /// @notice Drop the set of guardians that waits to count.
    function cancelGuardians(uint256 subject) external;

    /// @notice Say as a guardian that a key shall speak for the subject; the key signs a Rescue.
    ///
    /// With enough guardians for the same key the delay begins. A guardian's later word counts
    /// instead of its earlier one, and none for ever, so that no guardian stands in another's way.
    function approveRecovery(uint256 subject, address key, Permission calldata permission) external;

    /// @notice Say as the owner that no recovery is wanted; every approval so far is void.
    function vetoRecovery(uint256 subject) external;

    /// @notice Keep a subject from being admitted anywhere, for so many blocks; nothing of it
    /// moves.
    function freeze(uint256 subject, bytes32 case_, uint256 blocks) external;

    /// @notice End a freeze before its time.
    function liftFreeze(uint256 subject) external;

    /// @notice Let a freeze last for so many blocks from now on; 0 ends it.
    ///
    /// Only by a passed proposal.
    function governFreeze(uint256 subject, uint256 blocks) external;

    /// @notice Let an auditor see what a scope opens, until then; returns the grant's number.
    function grantDisclosure(
        uint256 subject,
        address auditor,
        DisclosureScope calldata scope,
        uint64 expiryS
    ) external returns (uint256);

    /// @notice Let an auditor see it no more; what it saw, it saw.
    function revokeDisclosure(uint256 grant) external;

    /// @notice Put on record, as the auditor, that a payload was read; `payload` is its hash.
    function noteAccess(uint256 grant, bytes32 payload) external;

    /// @notice Become a subject with the caller as its key; the coins sent are the fee and the
    /// bond.
    ///
    /// The fee is burned, the bond is back when the subject is deactivated. Returns its number.
    function register() external payable returns (uint256);

    /// @notice Let another account belong to the subject; the account signs a Link (EIP-712).
    function linkAccount(uint256 subject, address account, Permission calldata permission) external;

    /// @notice Let an account belong to the subject no more; its key, or the account itself, asks.
    function unlinkAccount(uint256 subject, address account) external;

    /// @notice Let another key speak for the subject; it signs a Rotation, and the old one leaves.
    function rotateKey(uint256 subject, address key, Permission calldata permission) external;

    /// @notice Say, as a salted hash, that what a schema attests of the subject is different now.
    ///
    /// Credentials of this schema count no more and must be issued anew; all others stand. Returns
    /// the attribute's version, which the next claim must name.
    function changeAttribute(
        uint256 subject,
        bytes32 schema,
        bytes32 commitment
    ) external returns (uint256);

    /// @notice End the subject: its accounts go free, its credentials count no more, its bond back.
    function deactivate(uint256 subject) external;

    /// @notice Let a key become an issuer of these schemas, once it bonds itself; returns its
    /// number.
    ///
    /// `uri` says where it tells what it attests and how.
    ///
    /// Only by a passed proposal.
    function proposeIssuer(
        address key,
        bytes32[] calldata schemas,
        string calldata uri
    ) external returns (uint256);

    /// @notice Begin as an issuer with the coins sent as its bond.
    function bondIssuer(uint256 issuer) external payable;

    /// @notice Begin another term; the coins sent join the bond, which must be what is asked now.
    function renewIssuer(uint256 issuer) external payable;

    /// @notice Let another key speak for the issuer; it signs an IssuerRotation. The old is spent.
    function rotateIssuerKey(uint256 issuer, address key, Permission calldata permission) external;

    /// @notice Attest no more; the bond is back after the unbonding time.
    function resignIssuer(uint256 issuer) external;

    /// @notice Let an issuer's credentials not count for so many blocks; its bond stays where it
    /// is.
    function freezeIssuer(uint256 issuer, bytes32 case_, uint256 blocks) external;

    /// @notice End an issuer's freeze before its time.
    function liftIssuerFreeze(uint256 issuer) external;

    /// @notice Say what an issuer may attest; its credentials of other schemas count no more.
    ///
    /// Only by a passed proposal.
    function setSchemas(uint256 issuer, bytes32[] calldata schemas) external;

    /// @notice End an issuer for cause: a share of its bond to the treasury, the rest back to it.
    ///
    /// Only by a passed proposal.
    function removeIssuer(uint256 issuer, uint16 slashBps, bytes32 case_) external;

    /// @notice Return the governed parameters.
    function params() external view returns (IdentityParams memory);

    /// @notice Return one subject, whole; in state NOTHING where there is none.
    function subject(uint256 number) external view returns (SubjectInfo memory);

    /// @notice Return what an issuer's key signs for a claim, by EIP-712.
    function claimDigest(SignedClaim calldata signed) external view returns (bytes32);

    /// @notice Return how many policies there are; they are numbered from 1, and 0 asks for
    /// nothing.
    function policyTotal() external view returns (uint256);

    /// @notice Return a policy in one of its versions, 0 for the newest; refused where there is
    /// none.
    function policy(uint256 number, uint256 version) external view returns (PolicyInfo memory);

    /// @notice Return the policies that an account owns, at most PAGE_MAX.
    function policiesOf(
        address owner,
        uint256 offset,
        uint256 limit
    ) external view returns (uint256[] memory);

    /// @notice Whether a subject is on a list.
    function isBarred(uint256 list, uint256 subject) external view returns (bool);

    /// @notice Return whether a policy admits an account at this block, and all that is against it.
    function can(address account, uint256 policy) external view returns (Answer memory);

    /// @notice Return how many credentials there were; they are numbered from 1.
    function credentialTotal() external view returns (uint256);

    /// @notice Return one credential and whether it counts now.
    function credential(uint256 number) external view returns (CredentialInfo memory);

    /// @notice Return the credentials that a subject holds, some perhaps expired, at most PAGE_MAX.
    function credentialsOf(
        uint256 subject,
        uint256 offset,
        uint256 limit
    ) external view returns (uint256[] memory);

    /// @notice Return when the payload of a commitment was erased; 0 where it was not.
    function tombstone(uint256 subject, bytes32 commitment) external view returns (uint64);

    /// @notice Return a guardian's latest word; it counts in the recovery's round, for a while.
    function approval(uint256 subject, address guardian) external view returns (Approval memory);

    /// @notice Return a grant as it stands at this block's time.
    function disclosure(uint256 grant) external view returns (Grant memory);

    /// @notice Return the grants that a subject ever gave, at most PAGE_MAX.
    function disclosuresOf(
        uint256 subject,
        uint256 offset,
        uint256 limit
    ) external view returns (uint256[] memory);

    /// @notice Whether a grant lets an auditor see an entry of a module's audit log now.
    function isDisclosed(
        uint256 grant,
        address auditor,
        address module,
        uint256 index
    ) external view returns (bool);

    /// @notice Whether a grant lets an auditor see the subject's claims of a schema now.
    function isSchemaDisclosed(
        uint256 grant,
        address auditor,
        bytes32 schema
    ) external view returns (bool);

    /// @notice Return who noted that they read what is a subject's, oldest first, at most PAGE_MAX.
    function whoAccessed(
        uint256 subject,
        uint256 offset,
        uint256 limit
    ) external view returns (Access[] memory);

    /// @notice Return how many entries a module's audit log has; 0 where it keeps none.
    function auditTotal(address module) external view returns (uint256);

    /// @notice Return the root, head and range of an epoch of a module's audit log.
    function auditEpoch(address module, uint256 epoch) external view returns (AuditEpoch memory);

    /// @notice Return the epochs of a module's audit log from one on, up to now, at most PAGE_MAX.
    function auditEpochs(
        address module,
        uint256 first,
        uint256 limit
    ) external view returns (AuditEpoch[] memory);

    /// @notice Return the head after an entry, keccak256(abi.encode(entry)).
    function entryHash(AuditEntry calldata entry) external view returns (bytes32);

    /// @notice Whether an entry stands in a module's audit log, by its siblings up to the root.
    function isEntryLogged(
        address module,
        uint256 epoch,
        AuditEntry calldata entry,
        bytes32[] calldata path
    ) external view returns (bool);

    /// @notice Return what registering takes, fee and bond, in wei.
    function registrationCost() external view returns (uint256);

    /// @notice Return how many subjects there were; they are numbered from 1.
    function subjectTotal() external view returns (uint256);

    /// @notice Return the subject that an account belongs to; zero for none.
    function subjectOf(address account) external view returns (uint256);

    /// @notice Return the subject's name in the world: did:kumiai:<chain>:<number>.
    function did(uint256 subject) external view returns (string memory);

    /// @notice Return a subject's attribute under a schema; version 0 where it never changed.
    function attribute(uint256 subject, bytes32 schema) external view returns (Attribute memory);

    /// @notice Return the nonce that a key's next consent must name.
    function keyNonce(address key) external view returns (uint256);

    /// @notice Return how many issuers were proposed; they are numbered from 1.
    function issuerTotal() external view returns (uint256);

    /// @notice Return one issuer, whole; in state NOTHING where there is none.
    function issuer(uint256 number) external view returns (IssuerInfo memory);

    /// @notice Return the issuer that a key speaks, or ever spoke, for; zero for none.
    function issuerOf(address key) external view returns (uint256);
}
