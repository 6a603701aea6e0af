// SPDX-License-Identifier: Apache-2.0
// Rendered from modules/licensing/module.py by `python -m cli.render`; not to be edited.
pragma solidity ^0.8.20;

/// @dev Where the module lives on every chain.
address constant LICENSING_ADDRESS = 0x0000000000000000000000000000000000000a02;

/// @dev The module, ready to be called.
ILicensing constant LICENSING = ILicensing(LICENSING_ADDRESS);

/// @notice Data that is paid for as it is used, down to what it was made of.
interface ILicensing {
    /// @dev What is sold.
    enum Kind {
        PERPETUAL,
        TIMED,
        USES,
        SEATS,
        RENTAL,
        FREE,
        SUBSCRIPTION
    }

    /// @dev What an asset is accused of.
    enum Tag {
        NOT_THE_OWNERS,
        UNLAWFUL,
        PERSONAL_DATA,
        MISDESCRIBED
    }

    /// @dev Why a licence is revoked.
    enum Ground {
        BREACH,
        NO_FAULT,
        REGULATORY,
        WAIVED,
        ASSET_VOID
    }

    /// @dev Where an asset stands.
    enum AssetState {
        NOTHING,
        DRAFT,
        LISTED,
        PAUSED,
        RETIRED
    }

    /// @dev What is said against an asset.
    enum TagState {
        CLEAN,
        CHALLENGED,
        TAGGED
    }

    /// @dev Whether an offer can be taken.
    enum OfferState {
        NOTHING,
        ACTIVE,
        CLOSED
    }

    /// @dev What a jury is asked.
    enum CaseKind {
        TAG,
        CONTEST,
        APPEAL
    }

    /// @dev Whether a case is decided: UPHELD is in favour of who brought it.
    enum CaseState {
        NOTHING,
        OPEN,
        UPHELD,
        DISMISSED,
        LAPSED
    }

    /// @dev Where a licence stands; SUSPENDED follows from its asset and is never stored.
    enum LicenceState {
        NOTHING,
        PENDING,
        REJECTED,
        ACTIVE,
        CANCELLING,
        GRACE,
        OVERDUE,
        SUSPENDED,
        EXPIRED,
        EXHAUSTED,
        LAPSED,
        ENDED,
        RETURNED,
        REVOKED
    }

    /// @dev How far a licensor's revocation is.
    enum RevocationState {
        NONE,
        NOTICE,
        APPEALED,
        LIFTED,
        EFFECTIVE
    }

    /// @dev Whether a task gives batches out.
    enum TaskState {
        NOTHING,
        OPEN,
        CLOSING,
        CLOSED
    }

    /// @dev How far a batch is.
    enum BatchState {
        EMPTY,
        FILLING,
        OPENING,
        REVIEW,
        SETTLED
    }

    /// @dev What became of an annotator's place at a batch.
    enum SeatState {
        NOTHING,
        TAKEN,
        SEALED,
        OPENED,
        PAID,
        UNPAID,
        CHEATED,
        MISSED
    }

    /// @dev A version as its owner publishes it; fixed for ever.
    ///
    /// `content` commits to the bytes (salted where they are personal), `schema` to their form;
    /// `parents` are licences of the owner for what this version is made of.
    struct VersionTerms {
        bytes32 content;
        bytes32 schema;
        string uri;
        uint256[] parents;
    }

    /// @dev What an offer grants; fixed when it is opened.
    ///
    /// `duration_s` is a term or a subscription's period (0: for ever), `uses` a quota (0: none),
    /// `purposes` a mask of bits, `apps` the only programs that may use the data (empty: any).
    /// `royalty_bps` is what derivatives owe of their income where `is_derivable`. `deposit_wei`
    /// and `late_fee_wei` (a second) are a rental's. `account_max` and `supply` limit licences per
    /// account and in all (0: no limit), `policy` says who may buy, `referrer_bps` is for who
    /// brings the buyer.
    struct Terms {
        Kind kind;
        uint256 priceWei;
        uint64 durationS;
        uint64 graceS;
        uint256 uses;
        uint256 seats;
        uint256 depositWei;
        uint256 lateFeeWei;
        uint256 supply;
        uint256 accountMax;
        uint256 purposes;
        bytes32[] apps;
        uint16 royaltyBps;
        bool isDerivable;
        bool isTransferable;
        bool needsApproval;
        uint256 policy;
        uint16 referrerBps;
        bytes32 text;
    }

    /// @dev What the buyer agrees to at most, so that no change on the way costs more.
    struct Guards {
        bytes32 termsHash;
        uint256 priceWeiMax;
        uint16 royaltyBpsMax;
    }

    /// @dev What a requester asks for; fixed when it is posted.
    ///
    /// A task has `batches` of `items` each, under the Merkle root `items_root`; every batch is
    /// answered by `overlap` people, each with one of `labels` per item, for `pay_wei`. `gold_root`
    /// seals gold questions, a leaf a batch (`gold_leaf`); zero for none. With `awards` it is a
    /// bounty: one batch of reports, of which so many are paid. Times are for answering, opening
    /// and review.
    struct TaskTerms {
        bytes32 guide;
        bytes32 itemsRoot;
        bytes32 goldRoot;
        uint256 batches;
        uint256 items;
        uint256 labels;
        uint256 overlap;
        uint256 awards;
        uint256 payWei;
        uint256 bondWei;
        uint16 goldMinBps;
        uint16 agreementMinBps;
        uint256 policy;
        uint64 answerS;
        uint64 openS;
        uint64 reviewS;
        uint64 endsS;
    }

    /// @dev An item of a batch with its right label.
    struct Gold {
        uint256 item;
        uint256 label;
    }

    /// @dev Fees, windows and limits.
    ///
    /// Fees and royalties never take more than a price together: royalties are shares of what fees
    /// leave, so a change of either keeps every link that was made.
    struct LicensingParams {
        uint16 protocolFeeBps;
        uint16 referrerBpsMax;
        uint256 minPaymentWei;
        uint256 parentsMax;
        uint256 ancestorsMax;
        uint16 royaltyStackBpsMax;
        uint64 durationSMax;
        uint64 approveTimeoutS;
        uint64 renewWindowS;
        uint64 graceSMax;
        uint16 keeperBps;
        uint64 revokeNoticeS;
        uint64 verdictTimeoutS;
        uint64 tagTimeoutS;
        uint64 disputeCooldownS;
        uint64 erasureS;
        uint16 erasurePenaltyBps;
        uint64 bondHoldS;
        uint256 assetBondWei;
        uint256 erasurePolicy;
        uint256 regulatorPolicy;
        uint64 taskSMax;
        uint16 missedSeatBps;
        uint16 cheatSeatBps;
    }

    /// @dev Where the module's coins are, in wei.
    struct Totals {
        uint256 vaultsWei;
        uint256 deferredWei;
        uint256 depositsWei;
        uint256 standingWei;
        uint256 bondsWei;
        uint256 heldWei;
    }

    /// @dev An asset; `bond_until_s` is when the bond of a retired one goes back.
    struct Asset {
        address owner;
        AssetState state;
        uint256 versions;
        uint256 bondWei;
        uint64 bondUntilS;
    }

    /// @dev What is said against an asset, and its clock.
    ///
    /// The clock of an asset stands still while it is tagged: `frozen_s` are the seconds of all
    /// tags that are over, `void_s` is when it stopped for good. `until_s` is when a tag that
    /// nobody lifts becomes final; it is in the asset owner's hands alone where `is_redirected`.
    struct Overlay {
        TagState tag;
        uint64 taggedS;
        uint64 frozenS;
        uint64 voidS;
        uint64 untilS;
        uint256 case_;
        bool isRedirected;
        uint64 calmUntilS;
    }

    /// @dev A request to erase: the owner proves the key's destruction until `until_s`, or is
    /// fined.
    struct Erasure {
        uint64 requestedS;
        uint64 untilS;
        bytes32 request;
        bytes32 proof;
        uint256 noticed;
        bool isSettled;
        uint16 penaltyBps;
    }

    /// @dev An asset's income: claimable, or in escrow while the asset is tagged.
    struct Vault {
        uint256 receivedWei;
        uint256 claimedWei;
        uint256 claimableWei;
        uint256 escrowWei;
        uint256 lostWei;
    }

    /// @dev An asset, whole; `clock_s` is its own time.
    struct AssetView {
        Asset asset;
        Overlay overlay;
        Erasure erasure;
        Vault vault;
        uint64 clockS;
    }

    /// @dev A version as it stands: `expires_s` is the earliest end of what it was made of, 0 if
    /// none.
    struct Version {
        bytes32 content;
        bytes32 schema;
        string uri;
        uint64 publishedS;
        uint64 expiresS;
        uint16 stackBps;
    }

    /// @dev A version that another was made of, and the licence that allowed it.
    struct Parent {
        uint256 asset;
        uint256 version;
        uint256 licence;
        uint16 royaltyBps;
    }

    /// @dev What an ancestor gets of each payment for a descendant, after fees.
    struct Share {
        uint256 asset;
        uint16 bps;
    }

    /// @dev A version that was made of an asset.
    struct Child {
        uint256 asset;
        uint256 version;
    }

    /// @dev An offer of one version; `terms_hash` binds asset, version and terms.
    struct Offer {
        uint256 asset;
        uint256 version;
        OfferState state;
        bytes32 termsHash;
        uint256 sold;
    }

    /// @dev An offer with its terms.
    struct OfferView {
        Offer offer;
        Terms terms;
    }

    /// @dev What an ancestor gets of a price.
    struct QuoteShare {
        uint256 asset;
        uint16 bps;
        uint256 amountWei;
    }

    /// @dev A price to the wei: what is to be sent is `total_wei`, the deposit included.
    struct Quote {
        uint256 priceWei;
        uint256 depositWei;
        uint256 totalWei;
        uint256 feeWei;
        uint256 referrerWei;
        QuoteShare[] royalties;
        uint256 ownerWei;
    }

    /// @dev A question before a jury, about an asset or the licence of an appeal.
    struct Case {
        CaseKind kind;
        CaseState state;
        uint256 asset;
        uint256 licence;
        address accused;
        address challenger;
        Tag tag;
        address trueOwner;
        bytes32 evidence;
        uint256 claim;
        uint64 untilS;
    }

    /// @dev A licence; `payer` gets refunds. `until_s` is the end of an approval's wait.
    struct Licence {
        uint256 offer;
        uint256 asset;
        uint256 version;
        address holder;
        address payer;
        address referrer;
        LicenceState state;
        bytes32 termsHash;
        uint256 used;
        uint64 boughtS;
        uint64 untilS;
        uint256 depositWei;
    }

    /// @dev The time that was paid for, on the asset's clock, and what of its price was paid out.
    ///
    /// The protocol's fee is the one that stood when the term was bought. A renewal waits as
    /// `next`.
    struct Term {
        uint256 priceWei;
        uint256 releasedWei;
        uint64 startsAt;
        uint64 endsAt;
        uint16 feeBps;
        uint256 nextPriceWei;
        uint16 nextFeeBps;
    }

    /// @dev A licence's price: what is neither earned nor refunded is deferred.
    struct Ledger {
        uint256 paidWei;
        uint256 earnedWei;
        uint256 refundedWei;
    }

    /// @dev Coins kept here for a subscription's renewals, within caps of whoever put them down.
    struct Standing {
        address funder;
        uint256 balanceWei;
        uint256 priceWeiMax;
        uint256 totalWeiMax;
        uint256 spentWei;
    }

    /// @dev A revocation under notice; `held_wei` is the refund of a price that was earned at once.
    struct Revocation {
        RevocationState state;
        Ground ground;
        address revoker;
        bytes32 evidence;
        uint64 untilS;
        uint256 heldWei;
        uint256 case_;
    }

    /// @dev A licence, whole, in its state of this block; times are on the asset's clock.
    struct LicenceView {
        Licence licence;
        LicenceState state;
        Term term;
        Ledger ledger;
        Standing standing;
        Revocation revocation;
        uint256 earnedWei;
        uint256 lateFeeWei;
    }

    /// @dev One entry of a licence's audit trail.
    struct Use {
        address user;
        uint64 atS;
        uint256 count;
        uint256 purpose;
        bytes32 app;
        bytes32 receipt;
    }

    /// @dev A task as it stands: `budget_wei` is unspent, `first_open` where the next seat is
    /// sought.
    ///
    /// What the protocol and penalties take is fixed when it is posted, as its terms are.
    struct Task {
        address requester;
        TaskState state;
        uint256 budgetWei;
        uint256 paidWei;
        uint16 feeBps;
        uint256 firstOpen;
        uint256 live;
        uint256 settled;
        uint16 missedBps;
        uint16 cheatBps;
    }

    /// @dev A task with its terms.
    struct TaskView {
        Task task;
        TaskTerms terms;
    }

    /// @dev A batch as it stands.
    struct Batch {
        BatchState state;
        uint256 sealed_;
        uint256 opened;
        uint64 untilS;
        uint64 spanS;
    }

    /// @dev An annotator's place at a batch; the answers are forgotten once they are scored.
    struct Seat {
        address annotator;
        SeatState state;
        bytes32 seal;
        bytes32 report;
        bytes answers;
        uint16 goldBps;
        uint16 agreementBps;
        uint256 paidWei;
    }

    /// @dev An annotator of a task: the bond that is left, live seats, and what it earned.
    struct Member {
        uint256 bondWei;
        uint256 live;
        uint256 settled;
        uint256 earnedWei;
        bool isMember;
    }

    /// @dev Coins of tasks: unspent budgets and annotators' bonds, in wei.
    struct AnnotationTotals {
        uint256 budgetsWei;
        uint256 bondsWei;
    }

    /// @notice The policy does not admit the account; `reasons` are the bits of what stands in the
    /// way.
    error Denied(uint256 policy, address account, uint256 reasons);

    /// @notice The call is for others: whoever has one of these roles.
    error RoleForbids(string call, string roles);

    /// @notice What is in this state does not take the call.
    error StateForbids(string machine, string state, string call);

    /// @notice There is no task of this number.
    error UnknownTask(uint256 task);

    /// @notice The task has no batch of this number; they count from 0.
    error UnknownBatch(uint256 task, uint256 batch);

    /// @notice A field of the task's terms is out of its bounds.
    error TaskInvalid(string field, uint256 minimum, uint256 maximum, uint256 found);

    /// @notice A task brings exactly the pay of all its batches.
    error BudgetMismatch(uint256 budgetWei, uint256 foundWei);

    /// @notice Joining brings a bond up to exactly what the task asks for.
    error StakeMismatch(uint256 bondWei, uint256 foundWei);

    /// @notice A requester does not answer its own task.
    error OwnTask(uint256 task);

    /// @notice Less than the task's bond is left; it is topped up by joining again.
    error BondTooLow(uint256 bondWei, uint256 foundWei);

    /// @notice So many batches of the annotator are not settled.
    error SeatsLive(uint256 live);

    /// @notice No seat is free for this annotator among the next batches.
    error NoBatchFree(uint256 task);

    /// @notice The seat's answers were sealed, opened or missed already.
    error AlreadySealed(uint256 batch);

    /// @notice Answers are one label an item, and are what was sealed.
    error AnswersInvalid(uint256 items, uint256 found);

    /// @notice A seal of answers, or a report, is a hash.
    error SealMissing(uint256 batch);

    /// @notice Gold questions are items of the batch, under the root that was sealed with the task.
    error GoldInvalid(uint256 batch);

    /// @notice A bounty's winners are so many of those who opened, each named once.
    error PickInvalid(uint256 awards, uint256 found);

    /// @notice Awards are picked in bounties, and batches accepted or tested by gold elsewhere.
    error NotBounty(uint256 task);

    /// @notice What was opened is not what was sealed.
    error SealBroken(bytes32 expected, bytes32 found);

    /// @notice There is no asset of this number.
    error UnknownAsset(uint256 asset);

    /// @notice The asset has no version of this number.
    error UnknownVersion(uint256 asset, uint256 version);

    /// @notice There is no offer of this number.
    error UnknownOffer(uint256 offer);

    /// @notice There is no licence of this number.
    error UnknownLicence(uint256 licence);

    /// @notice There is no case of this number.
    error UnknownCase(uint256 case_);

    /// @notice A new asset brings exactly this bond.
    error BondMismatch(uint256 bondWei, uint256 foundWei);

    /// @notice A version names what it commits to, its schema and a place of some bytes at most.
    error VersionInvalid(uint256 uriBytesMax, uint256 found);

    /// @notice An asset has so many versions at most.
    error TooManyVersions(uint256 versionsMax);

    /// @notice A parent is a licence of the owner's, valid now, for derivatives of a listed other
    /// asset.
    error ParentInvalid(uint256 licence);

    /// @notice A version is made of so many others at most, each named once.
    error TooManyParents(uint256 parentsMax, uint256 found);

    /// @notice A version has so many ancestors at most.
    error TooManyAncestors(uint256 ancestorsMax, uint256 found);

    /// @notice All ancestors of a new version get so much together at most.
    error RoyaltyStackTooHigh(uint16 stackBpsMax, uint256 foundBps);

    /// @notice A field of the terms is out of its bounds, or means nothing for this kind.
    error TermsInvalid(string field, uint256 minimum, uint256 maximum, uint256 found);

    /// @notice There is no policy of this number.
    error UnknownPolicy(uint256 policy);

    /// @notice The offer's terms are not those that the buyer agreed to.
    error TermsChanged(bytes32 expected, bytes32 found);

    /// @notice The price is more than the buyer agreed to.
    error PriceAboveLimit(uint256 priceWeiMax, uint256 priceWei);

    /// @notice Derivatives would owe more than the buyer agreed to.
    error RoyaltyAboveLimit(uint16 royaltyBpsMax, uint16 royaltyBps);

    /// @notice Exactly this much is to be sent.
    error PaymentMismatch(uint256 expectedWei, uint256 foundWei);

    /// @notice The price is so small that the protocol's share of it would be nothing.
    error FeeRoundsToZero(uint256 priceWei);

    /// @notice The asset is not listed, or stands tagged.
    error NotForSale(uint256 asset);

    /// @notice The asset is in dispute or tagged; this waits for the end of it.
    error AssetDisputed(uint256 asset);

    /// @notice The asset was erased, or tagged for good.
    error AssetVoid(uint256 asset);

    /// @notice What the version was made of ends before the licence would.
    error VersionExpires(uint64 expiresS);

    /// @notice As many licences of the offer were sold as there may be.
    error SoldOut(uint256 supply);

    /// @notice The account has as many licences of the offer as one may have.
    error AccountLimit(uint256 accountMax);

    /// @notice Free licences are taken for oneself only.
    error NotForOthers(address holder);

    /// @notice Another account is expected here.
    error AccountInvalid(address account);

    /// @notice The licence is not for this purpose.
    error PurposeForbidden(uint256 purpose);

    /// @notice The licence is not for use in this app.
    error AppForbidden(bytes32 app);

    /// @notice So many uses are left; at least one is expected.
    error QuotaExceeded(uint256 left, uint256 found);

    /// @notice A use comes with the hash of its receipt.
    error ReceiptMissing(uint256 licence);

    /// @notice All seats are taken.
    error NoSeatFree(uint256 seats);

    /// @notice So many apps at most use one licence.
    error TooManyApps(uint256 appsMax);

    /// @notice It is so already.
    error NothingChanged(uint256 licence);

    /// @notice The licence stays with its holder, or is under notice.
    error NotTransferable(uint256 licence);

    /// @notice Only a rental is returned.
    error NotRental(uint256 licence);

    /// @notice A rental is not given up, it is returned, with the proof of it.
    error ReturnExpected(uint256 licence);

    /// @notice Only a subscription is renewed or cancelled, and has standing coins.
    error NotSubscription(uint256 licence);

    /// @notice The subscription can be renewed from then on, on the asset's clock.
    error RenewalTooEarly(uint64 opensAt);

    /// @notice The next period is paid for already.
    error AlreadyRenewed(uint256 licence);

    /// @notice The offer is closed: what it sold goes on to its end.
    error OfferNotOpen(uint256 offer);

    /// @notice The licence is about to be revoked.
    error UnderNotice(uint256 licence);

    /// @notice The price does not fit under the standing cap, or into what stands behind it.
    error CapExceeded(uint256 availableWei, uint256 priceWei);

    /// @notice So little stands behind the subscription.
    error NothingStanding(uint256 balanceWei);

    /// @notice A licensor revokes for breach or without fault; an appeal is against what needs a
    /// ground.
    error GroundInvalid(uint256 licence);

    /// @notice Evidence has a hash, and was not brought before.
    error EvidenceInvalid(bytes32 evidence);

    /// @notice An owner does not dispute its own asset.
    error OwnDispute(uint256 asset);

    /// @notice After a dispute that was dismissed the asset is left in peace until then.
    error DisputeTooSoon(uint64 calmUntilS);

    /// @notice A case about it is open already.
    error CaseOpen(uint256 case_);

    /// @notice The vault has nothing claimable.
    error NothingToClaim(uint256 asset);

    /// @notice Governance named no policy that admits anybody to this.
    error NobodyMay();

    /// @notice No erasure of this asset is under way.
    error NoErasure(uint256 asset);

    /// @notice Every derivative's owner was told.
    error NoticesSent(uint256 asset);

    /// @notice The coins that another market says it paid are not here.
    error RoyaltyMissing(uint256 expectedWei, uint256 foundWei);

    /// @notice The asset takes no income.
    error AssetNotPayable(uint256 asset);

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

    /// @notice A task is open, with all its pay locked.
    event TaskPosted(
        uint256 indexed task,
        address indexed requester,
        bytes32 guide,
        uint256 budgetWei
    );

    /// @notice A task went from one state to another.
    event TaskMoved(uint256 indexed task, TaskState before, TaskState after_, string reason);

    /// @notice What a task did not pay out went back to its requester.
    event TaskRefunded(uint256 indexed task, address indexed requester, uint256 amountWei);

    /// @notice Somebody may take batches, with a bond at stake.
    event AnnotatorJoined(uint256 indexed task, address indexed annotator, uint256 bondWei);

    /// @notice Somebody took its bond back.
    event AnnotatorLeft(uint256 indexed task, address indexed annotator, uint256 bondWei);

    /// @notice A part of a bond was lost.
    event AnnotatorPenalised(
        uint256 indexed task,
        address indexed annotator,
        uint256 amountWei,
        SeatState state
    );

    /// @notice Somebody has a seat at a batch.
    event BatchTaken(uint256 indexed task, uint256 batch, address indexed annotator);

    /// @notice A batch went from one state to another; it stays there until `until_s` at most.
    event BatchMoved(
        uint256 indexed task,
        uint256 batch,
        BatchState before,
        BatchState after_,
        uint64 untilS,
        string reason
    );

    /// @notice Somebody committed to answers.
    event AnswersSealed(
        uint256 indexed task,
        uint256 batch,
        address indexed annotator,
        bytes32 seal
    );

    /// @notice Somebody showed the answers that it had sealed.
    event AnswersOpened(
        uint256 indexed task,
        uint256 batch,
        address indexed annotator,
        bytes answers,
        bytes32 report
    );

    /// @notice How a seat's answers were scored, and what they were paid.
    event SeatSettled(
        uint256 indexed task,
        uint256 batch,
        address indexed annotator,
        SeatState state,
        uint16 goldBps,
        uint16 agreementBps,
        uint256 paidWei
    );

    /// @notice An asset is on the register, as a draft with its first version.
    event AssetCreated(uint256 indexed asset, address indexed owner, uint256 bondWei);

    /// @notice A version is fixed: what it commits to, what its ancestors get together, when it
    /// expires.
    event VersionPublished(
        uint256 indexed asset,
        uint256 version,
        bytes32 content,
        bytes32 schema,
        uint16 stackBps,
        uint64 expiresS
    );

    /// @notice A version is made of another asset's.
    event DerivativeLinked(
        uint256 indexed asset,
        uint256 version,
        uint256 indexed parent,
        uint256 parentVersion,
        uint256 licence,
        uint16 royaltyBps
    );

    /// @notice An asset can be licensed.
    event Listed(uint256 indexed asset);

    /// @notice An asset went from one state to another.
    event AssetMoved(uint256 indexed asset, AssetState before, AssetState after_, string reason);

    /// @notice An asset has another owner.
    event AssetTransferred(
        uint256 indexed asset,
        address indexed before,
        address indexed after_,
        string reason
    );

    /// @notice An asset's bond went back, or was lost to somebody.
    event AssetBondEnded(uint256 indexed asset, address target, uint256 amountWei, string reason);

    /// @notice An offer stands: terms by their hash, for one version.
    event TermsAttached(
        uint256 indexed offer,
        uint256 indexed asset,
        uint256 version,
        Kind kind,
        uint256 priceWei,
        bytes32 termsHash
    );

    /// @notice An offer is not taken any more.
    event OfferClosed(uint256 indexed offer);

    /// @notice Somebody has a licence, or waits for its approval; `payer` paid for `holder`.
    event LicenceMinted(
        uint256 indexed licence,
        uint256 indexed offer,
        address indexed holder,
        address payer,
        uint256 priceWei,
        uint256 depositWei,
        bytes32 termsHash
    );

    /// @notice A licence went from one state to another.
    event LicenceMoved(
        uint256 indexed licence,
        LicenceState before,
        LicenceState after_,
        string reason
    );

    /// @notice A licence has another holder.
    event LicenceTransferred(
        uint256 indexed licence,
        address indexed before,
        address indexed after_
    );

    /// @notice A seat was given to somebody, or taken back.
    event SeatChanged(uint256 indexed licence, address indexed account, bool isSeated);

    /// @notice An app's account may use a licence, or may no more.
    event AppDelegated(uint256 indexed licence, address indexed app, bool isAllowed);

    /// @notice The data was used, for a purpose, by a program; the receipt is whoever's it is to
    /// show.
    event Used(
        uint256 indexed licence,
        address indexed user,
        uint256 count,
        uint256 purpose,
        bytes32 app,
        bytes32 receipt
    );

    /// @notice A subscription is paid for one more period; a keeper got its reward out of the
    /// price.
    event Renewed(
        uint256 indexed licence,
        uint256 priceWei,
        address keeper,
        uint256 rewardWei,
        uint64 endsAt
    );

    /// @notice A subscription was not renewed because its holder may not buy any more.
    event RenewalDenied(uint256 indexed licence, uint256 reasons);

    /// @notice A subscription's grace is over.
    event Lapsed(uint256 indexed licence);

    /// @notice What stands behind a subscription's renewals.
    event StandingChanged(
        uint256 indexed licence,
        address indexed funder,
        uint256 balanceWei,
        uint256 priceWeiMax,
        uint256 totalWeiMax
    );

    /// @notice A part of a price was earned and paid out: before fees, and each leg after.
    event IncomeReleased(
        uint256 indexed licence,
        uint256 indexed asset,
        uint256 grossWei,
        uint256 feeWei,
        uint256 referrerWei,
        uint256 royaltiesWei,
        uint256 ownerWei
    );

    /// @notice An ancestor's vault got its share of a descendant's income.
    event RoyaltyPaid(uint256 indexed asset, uint256 indexed ancestor, uint256 amountWei);

    /// @notice Another market paid an asset for what was made with it.
    event RoyaltyReceived(uint256 indexed asset, address indexed payer, uint256 amountWei);

    /// @notice A rental came back late, or never: a part of its deposit became income.
    event LateFeeTaken(uint256 indexed licence, uint256 amountWei);

    /// @notice What a licence deferred went back to who paid it.
    event LicenceRefunded(uint256 indexed licence, address indexed payer, uint256 amountWei);

    /// @notice An asset's income was paid to its owner.
    event VaultClaimed(uint256 indexed asset, address indexed owner, uint256 amountWei);

    /// @notice A part of an asset's income was lost.
    event VaultPenalised(uint256 indexed asset, uint256 amountWei);

    /// @notice How far a revocation is; a new one takes effect at `until_s`.
    event RevocationMoved(
        uint256 indexed licence,
        RevocationState state,
        Ground ground,
        uint64 untilS
    );

    /// @notice A licence was taken back.
    event Revoked(uint256 indexed licence, Ground ground, uint256 refundWei);

    /// @notice A question is before a jury.
    event Disputed(
        uint256 indexed case_,
        uint256 indexed asset,
        address indexed challenger,
        CaseKind kind,
        Tag tag,
        bytes32 evidence,
        address trueOwner
    );

    /// @notice A case is over.
    event Judged(uint256 indexed case_, uint256 indexed asset, CaseState state);

    /// @notice What is said against an asset changed; while TAGGED its licences' time stands still.
    event TagChanged(uint256 indexed asset, TagState before, TagState after_, string reason);

    /// @notice A tag is over: what was in escrow can be claimed.
    event Resolved(uint256 indexed asset, address indexed owner, uint256 releasedWei);

    /// @notice An asset must be erased: its owner proves that by a time.
    event Tombstoned(uint256 indexed asset, bytes32 request, uint64 untilS);

    /// @notice An asset's owner showed the proof that its key is destroyed.
    event ErasureProven(uint256 indexed asset, bytes32 proof);

    /// @notice No proof came: bond and vault paid for it.
    event ErasureOverdue(uint256 indexed asset, uint256 lostWei);

    /// @notice What a derivative was made of must be erased; its owner is told.
    event LineageNotice(
        uint256 indexed asset,
        uint256 indexed child,
        uint256 childVersion,
        address indexed owner
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

    /// @notice Put an asset on the register with its first version; returns its number.
    ///
    /// The coins sent are exactly the bond, which comes back some time after retirement.
    function createAsset(VersionTerms calldata version) external payable returns (uint256);

    /// @notice Publish another version, with its own parents; returns its number.
    function addVersion(uint256 asset, VersionTerms calldata version) external returns (uint256);

    /// @notice Let a draft be licensed.
    function listAsset(uint256 asset) external;

    /// @notice Sell and renew nothing for a while; licences go on.
    function pauseAsset(uint256 asset) external;

    /// @notice Sell and renew again.
    function resumeAsset(uint256 asset) external;

    /// @notice Take an asset off the market for good; licences go on to their ends.
    function retireAsset(uint256 asset) external;

    /// @notice Hand an asset over with bond and duties; what it earned so far is paid out first.
    function transferAsset(uint256 asset, address target) external;

    /// @notice Offer a version on terms that never change; returns the offer's number.
    function openOffer(
        uint256 asset,
        uint256 version,
        Terms calldata terms
    ) external returns (uint256);

    /// @notice Sell and renew no more on these terms.
    function closeOffer(uint256 offer) external;

    /// @notice Pay an asset's income to its owner, on anybody's word; returns it, in wei.
    function claimVault(uint256 asset) external returns (uint256);

    /// @notice Accuse an asset before a jury, on what the sender deposited with the verifier.
    ///
    /// Where `true_owner` is named and the jury agrees, asset and income are that account's.
    /// Returns the case's number.
    function raiseDispute(
        uint256 asset,
        Tag tag,
        address trueOwner,
        bytes32 evidence
    ) external returns (uint256);

    /// @notice Ask a jury as the owner to lift a tag; returns the case's number.
    function contestTag(uint256 asset, bytes32 evidence) external returns (uint256);

    /// @notice End a tag as the true owner that a ruling named.
    function clearTag(uint256 asset) external;

    /// @notice Demand an asset's erasure, as whom the erasure policy admits.
    function requestErasure(uint256 asset, bytes32 reference_) external;

    /// @notice Show as the owner, by a hash, that the key is destroyed.
    function proveErasure(uint256 asset, bytes32 proof) external;

    /// @notice Tell owners of derivatives of an erasure, some a call; returns how many are left.
    function sendNotices(uint256 asset) external returns (uint256);

    /// @notice Take an offer for a holder, with exactly price and deposit (`quote`).
    ///
    /// Whoever sends pays, and gets refunds: a sponsor where that is not the holder. `guards` say
    /// which terms were agreed to. Returns the licence's number.
    function buy(
        uint256 offer,
        address holder,
        Guards calldata guards,
        address referrer
    ) external payable returns (uint256);

    /// @notice Say yes as the licensor to a licence that waits; its term begins.
    function approve(uint256 licence) external;

    /// @notice Say no as the licensor; everything goes back.
    function reject(uint256 licence) external;

    /// @notice Write a use down as the holder, a seat or a delegated app.
    ///
    /// `purpose` is a bit of the offer's mask, `app` the hash of the program, `receipt` that of
    /// whatever proves the use off the chain.
    function use(
        uint256 licence,
        uint256 count,
        uint256 purpose,
        bytes32 app,
        bytes32 receipt
    ) external;

    /// @notice Let an app's account use the licence, or do so no more.
    function delegateApp(uint256 licence, address app, bool isAllowed) external;

    /// @notice Give a free seat to somebody.
    function assignSeat(uint256 licence, address account) external;

    /// @notice Take a seat back; it is free at once.
    function unassignSeat(uint256 licence, address account) external;

    /// @notice Hand a licence on with its time and quota; whoever buys must be admitted.
    function transferLicence(uint256 licence, address target) external;

    /// @notice Give a licence up; one that waits for approval is refunded whole.
    function waive(uint256 licence) external;

    /// @notice Give a rental back, with the hash that proves it; deposit less late fee comes back.
    function returnRental(uint256 licence, bytes32 proof) external;

    /// @notice Renew a subscription no more; it goes on to the end of what is paid.
    function cancel(uint256 licence) external;

    /// @notice Pay for a subscription's next period, with the coins sent or from its standing
    /// coins.
    ///
    /// Anybody may, in the window before the end and in grace after it, and is rewarded for
    /// carrying it out on another's standing word. Returns false where the holder is not admitted
    /// any more.
    function renew(uint256 licence) external payable returns (bool);

    /// @notice Put the coins sent behind renewals, up to these caps for one and for all.
    function fundStanding(
        uint256 licence,
        uint256 priceWeiMax,
        uint256 totalWeiMax
    ) external payable;

    /// @notice Take back what stands behind renewals, exactly as much as is asked.
    function withdrawStanding(uint256 licence, uint256 amountWei) external;

    /// @notice Pay out what a licence earned up to now, and do what is overdue; changes no amount.
    function settle(uint256 licence) external;

    /// @notice Give notice as the licensor: for breach, by evidence, or without fault.
    ///
    /// Without fault what is unearned goes back; where all was earned at once, the coins sent are
    /// exactly the price that was paid.
    function revoke(uint256 licence, Ground ground, bytes32 evidence) external payable;

    /// @notice Give notice by law, as whom the regulator's policy admits.
    function orderRevocation(uint256 licence, bytes32 evidence) external;

    /// @notice Take a notice back as who gave it.
    function withdrawRevocation(uint256 licence) external;

    /// @notice Ask a jury about a revocation as the holder, before it takes effect; returns the
    /// case.
    function appeal(uint256 licence, bytes32 evidence) external returns (uint256);

    /// @notice Ask for annotation, or with `awards` for the best reports; returns the task's
    /// number.
    ///
    /// The coins sent are exactly the pay of all batches; what is not earned comes back.
    function postTask(TaskTerms calldata terms) external payable returns (uint256);

    /// @notice Give out no more batches as the requester; live ones finish and are paid.
    function closeTask(uint256 task) external;

    /// @notice Become an annotator; the coins sent bring the bond up to exactly the task's.
    function joinTask(uint256 task) external payable;

    /// @notice Take the bond back, when nothing is left to settle.
    function leaveTask(uint256 task) external;

    /// @notice Take a seat at the next batch that has one, in order of arrival; returns the batch.
    function takeBatch(uint256 task) external returns (uint256);

    /// @notice Commit to answers; `annotation_batches.answers_seal` makes the seal.
    function sealAnswers(uint256 task, uint256 batch, bytes32 commitment) external;

    /// @notice Show the answers that were sealed, a label an item; a bounty's with its report.
    function openAnswers(
        uint256 task,
        uint256 batch,
        bytes calldata answers,
        bytes32 report,
        bytes32 salt
    ) external;

    /// @notice Show a batch's gold questions and settle by them; `gold_leaf` is what was sealed.
    function openGold(
        uint256 task,
        uint256 batch,
        Gold[] calldata golds,
        bytes32 salt,
        bytes32[] calldata path
    ) external;

    /// @notice Settle a batch by agreement alone.
    function acceptBatch(uint256 task, uint256 batch) external;

    /// @notice Award a bounty to seats, counted from 0: as many as there are awards for reports.
    function pickAwards(uint256 task, uint256 batch, uint256[] calldata winners) external;

    /// @notice Do what is overdue for a batch, on anybody's word.
    function settleBatch(uint256 task, uint256 batch) external;

    /// @notice Return the governed parameters.
    function params() external view returns (LicensingParams memory);

    /// @notice Return where the module's coins are.
    function totals() external view returns (Totals memory);

    /// @notice Return an asset, whole; refused if unknown.
    function asset(uint256 number) external view returns (AssetView memory);

    /// @notice Return how many assets there were; they are numbered from 1.
    function assetTotal() external view returns (uint256);

    /// @notice Return numbers of an account's assets, at most PAGE_MAX.
    function assetsOf(
        address owner,
        uint256 offset,
        uint256 limit
    ) external view returns (uint256[] memory);

    /// @notice Return a version; refused if unknown. What is erased says no more where it was.
    function version(uint256 asset, uint256 number) external view returns (Version memory);

    /// @notice Return what a version was made of.
    function parentsOf(uint256 asset, uint256 version) external view returns (Parent[] memory);

    /// @notice Return all ancestors of a version with their shares of its income after fees.
    function ancestorsOf(uint256 asset, uint256 version) external view returns (Share[] memory);

    /// @notice Return versions that were made of an asset, oldest first, at most PAGE_MAX.
    function childrenOf(
        uint256 asset,
        uint256 offset,
        uint256 limit
    ) external view returns (Child[] memory);

    /// @notice Return an asset's own time: it stands still while the asset is tagged.
    function clock(uint256 asset) external view returns (uint64);

    /// @notice Return an offer with its terms; refused if unknown.
    function offer(uint256 number) external view returns (OfferView memory);

    /// @notice Return numbers of an asset's offers, oldest first, at most PAGE_MAX.
    function offersOn(
        uint256 asset,
        uint256 offset,
        uint256 limit
    ) external view returns (uint256[] memory);

    /// @notice Return what `buy` costs now, and who gets what of the price, to the wei.
    function quote(uint256 offer, bool hasReferrer) external view returns (Quote memory);

    /// @notice Return an asset's income: claimable, claimed, in escrow.
    function vault(uint256 asset) external view returns (Vault memory);

    /// @notice Return a case; refused if unknown.
    function caseRecord(uint256 number) external view returns (Case memory);

    /// @notice Return numbers of the cases about an asset and its licences, at most PAGE_MAX.
    function disputesOf(
        uint256 asset,
        uint256 offset,
        uint256 limit
    ) external view returns (uint256[] memory);

    /// @notice Return a licence as it stands in this block; refused if unknown.
    function licence(uint256 number) external view returns (LicenceView memory);

    /// @notice Return how many licences there were; they are numbered from 1.
    function licenceTotal() external view returns (uint256);

    /// @notice Return numbers of an account's licences, those that are over too, at most PAGE_MAX.
    function licencesOf(
        address holder,
        uint256 offset,
        uint256 limit
    ) external view returns (uint256[] memory);

    /// @notice Return whether an account may use the data in this block, for a purpose, in an app.
    function isValid(
        uint256 licence,
        address account,
        uint256 purpose,
        bytes32 app
    ) external view returns (bool);

    /// @notice Return when a licence ends on its asset's clock if nobody renews it; 0 for never.
    function validUntil(uint256 licence) external view returns (uint64);

    /// @notice Return from when on a subscription can be renewed, on its asset's clock.
    function renewableFrom(uint256 licence) external view returns (uint64);

    /// @notice Return how many uses are left of a quota; 0 where there is none, or none is left.
    function remainingUses(uint256 licence) external view returns (uint256);

    /// @notice Return a licence's audit trail, oldest first, at most PAGE_MAX.
    function usesOf(
        uint256 licence,
        uint256 offset,
        uint256 limit
    ) external view returns (Use[] memory);

    /// @notice Return who sits in a licence's seats, at most PAGE_MAX.
    function seatsOf(
        uint256 licence,
        uint256 offset,
        uint256 limit
    ) external view returns (address[] memory);

    /// @notice Return the accounts of apps that may use a licence.
    function appsOf(uint256 licence) external view returns (address[] memory);

    /// @notice Return when something happens to a licence by itself, in block time; 0 for never.
    function nextDeadline(uint256 licence) external view returns (uint64);

    /// @notice Return a task with its terms; refused if unknown.
    function task(uint256 number) external view returns (TaskView memory);

    /// @notice Return how many tasks there were; they are numbered from 1.
    function taskTotal() external view returns (uint256);

    /// @notice Return numbers of an account's tasks, oldest first, at most PAGE_MAX.
    function tasksOf(
        address requester,
        uint256 offset,
        uint256 limit
    ) external view returns (uint256[] memory);

    /// @notice Return how far a batch is; refused if unknown.
    function batch(uint256 task, uint256 number) external view returns (Batch memory);

    /// @notice Return a batch's seats in order of arrival, at most OVERLAP_MAX.
    function batchSeatsOf(uint256 task, uint256 number) external view returns (Seat[] memory);

    /// @notice Return an annotator's bond, live seats and earnings in a task.
    function annotator(uint256 task, address account) external view returns (Member memory);

    /// @notice Return who joined a task and did not leave, at most PAGE_MAX.
    function annotatorsOf(
        uint256 task,
        uint256 offset,
        uint256 limit
    ) external view returns (address[] memory);

    /// @notice Return where the coins of all tasks are.
    function annotationTotals() external view returns (AnnotationTotals memory);
}
