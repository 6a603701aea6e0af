// SPDX-License-Identifier: Apache-2.0
// Rendered from modules/governance/module.py by `python -m cli.render`; not to be edited.
pragma solidity ^0.8.20;

/// @dev Where the module lives on every chain.
address constant GOVERNANCE_ADDRESS = 0x0000000000000000000000000000000000000805;

/// @dev The module, ready to be called.
IGovernance constant GOVERNANCE = IGovernance(GOVERNANCE_ADDRESS);

/// @notice Those who have stake decide.
interface IGovernance {
    /// @dev What a vote says.
    enum Option {
        YES,
        NO,
        ABSTAIN,
        VETO
    }

    /// @dev What a proposal does when it is carried out.
    enum Kind {
        PARAMETERS,
        TREASURY_SPEND,
        TEXT,
        CANCEL,
        RESUME,
        CALL
    }

    /// @dev Where a proposal stands.
    ///
    /// DEPOSIT -> VOTING -> TIMELOCK -> EXECUTED | FAILED | | +-> EXPIRED, CANCELLED | +->
    /// REJECTED, VETOED, FAILED_QUORUM, CANCELLED +-> EXPIRED, CANCELLED
    enum Status {
        DEPOSIT,
        VOTING,
        TIMELOCK,
        EXECUTED,
        REJECTED,
        VETOED,
        FAILED_QUORUM,
        FAILED,
        CANCELLED,
        EXPIRED
    }

    /// @dev When a changed parameter begins to count.
    enum Scope {
        NOW,
        NEW_ONLY,
        NEXT_EPOCH
    }

    /// @dev One parameter, the value it is expected to have, and the one it shall have.
    struct ParameterChange {
        string parameter;
        uint256 expected;
        uint256 value;
    }

    /// @dev An option and the share of a vote that goes to it, in bps.
    struct WeightedOption {
        Option option;
        uint16 weightBps;
    }

    /// @dev What a proposal takes; each lives by the values that stood when it was submitted.
    struct GovernanceParams {
        uint256 depositWeiMin;
        uint16 initialDepositBps;
        uint64 depositPeriodS;
        uint64 votingPeriodS;
        uint64 timelockS;
        uint64 executionGraceS;
        uint16 quorumBps;
        uint16 thresholdBps;
        uint16 vetoBps;
        uint16 expiredBurnBps;
        uint16 cancelBurnBps;
        uint256 epochBlocks;
        address guardian;
    }

    /// @dev Stake by option, in wei.
    struct Tally {
        uint256 yesWei;
        uint256 noWei;
        uint256 abstainWei;
        uint256 vetoWei;
    }

    /// @dev A proposal as queries show it, whole.
    struct Proposal {
        uint256 id;
        Kind kind;
        Status status;
        address proposer;
        string title;
        string summary;
        ParameterChange[] changes;
        address recipient;
        uint256 amountWei;
        uint256 targetId;
        string module;
        uint256 depositWei;
        uint256 depositWeiMin;
        uint64 submittedS;
        uint64 depositEndS;
        uint64 votingStartS;
        uint64 votingEndS;
        uint64 timelockEndS;
        uint64 closedS;
        uint64 snapshotHeight;
        uint256 totalPowerWei;
        Tally tally;
        string reason;
        bytes callData;
    }

    /// @dev An account's vote and the power behind it.
    struct Ballot {
        uint256 powerWei;
        WeightedOption[] options;
    }

    /// @dev A vote and whose it is.
    struct VoterBallot {
        address voter;
        uint256 powerWei;
        WeightedOption[] options;
    }

    /// @dev Coins that one account put down for a proposal.
    struct Deposit {
        address depositor;
        uint256 amountWei;
    }

    /// @dev A parameter: its value now and what it may become. `step` 0 means any step within
    /// bounds.
    struct Parameter {
        string name;
        uint256 value;
        uint256 minimum;
        uint256 maximum;
        uint256 step;
        uint64 cooldownS;
        Scope scope;
        uint64 changedAtS;
        string doc;
    }

    /// @dev One change of a parameter: when, by which proposal, from what to what.
    struct HistoryEntry {
        uint64 height;
        uint64 timeS;
        uint256 proposalId;
        uint256 old;
        uint256 new_;
    }

    /// @dev A decided change that waits for the next epoch.
    struct PendingChange {
        string parameter;
        uint256 proposalId;
        uint64 effectiveHeight;
        uint256 expected;
        uint256 value;
    }

    /// @notice This method is not one that a passed proposal calls.
    error NotGoverned(string module, string method);

    /// @notice No module has a parameter of this name.
    error UnknownParameter(string parameter);

    /// @notice This module is not paused.
    error NotPaused(string module);

    /// @notice No module has this name.
    error UnknownModule(string module);

    /// @notice A vote names 1 to 4 different options with weights above zero that sum to 10,000
    /// bps.
    error BallotInvalid(uint256 options, uint256 sumBps);

    /// @notice A proposal's call has at most so many bytes of data.
    error CallTooLong(uint256 bytesMax, uint256 foundBytes);

    /// @notice A proposal changes 1 to 32 parameters, each named by at most 64 bytes.
    error ChangesInvalid(uint256 maximum, uint256 found);

    /// @notice The parameters may not be changed so.
    error ChangesRefused(string reason);

    /// @notice A deposit must be at least this much, or complete what is missing.
    error DepositTooSmall(uint256 neededWei, uint256 foundWei);

    /// @notice The proposal could not be carried out as things stand.
    error DryRunFailed(string reason);

    /// @notice The guardian may not cancel a proposal about the guardian.
    error GuardianConcerned(uint256 id);

    /// @notice An invariant would not hold any more.
    error InvariantBroken(string invariant);

    /// @notice Only its proposer, before it passed, or the guardian may cancel a proposal.
    error NotCanceller(uint256 id);

    /// @notice The account had no stake bonded, and none behind it, when voting began.
    error NoVotingPower(uint256 snapshotHeight);

    /// @notice The period for this ended.
    error PeriodOver(uint64 endedS);

    /// @notice A proposal in this status does not allow it.
    error StatusWrong(uint256 id, Status status);

    /// @notice Only another proposal that is not yet carried out can be cancelled.
    error TargetNotOpen(uint256 id);

    /// @notice A title is 1 to 128 bytes of UTF-8, a summary at most 4,096.
    error TextInvalid(string field, uint256 bytesMax, uint256 foundBytes);

    /// @notice So many proposals are open; wait until some are decided.
    error TooManyOpenProposals(uint256 maximum);

    /// @notice No proposal has this number.
    error UnknownProposal(uint256 id);

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

    /// @notice A parameter will change at the beginning of an epoch.
    event ChangeScheduled(
        uint256 indexed proposalId,
        string parameter,
        uint256 value,
        uint64 effectiveHeight
    );

    /// @notice Changes that waited for the epoch could not be made; the parameters stay as they
    /// are.
    event ChangesDropped(uint256 indexed proposalId, string reason);

    /// @notice Coins were put down for a proposal.
    event DepositAdded(
        uint256 indexed id,
        address indexed depositor,
        uint256 amountWei,
        uint256 totalWei
    );

    /// @notice A vote that was cast lost stake whose owner voted itself.
    event Overruled(
        uint256 indexed id,
        address indexed validator,
        address indexed owner,
        uint256 amountWei
    );

    /// @notice A parameter has another value from now on.
    event ParameterChanged(uint256 indexed proposalId, string parameter, uint256 old, uint256 new_);

    /// @notice A proposal was put forward, and its dry run succeeded.
    event ProposalSubmitted(uint256 indexed id, address indexed proposer, Kind kind, string title);

    /// @notice A proposal went on; `reason` says why where it did not go well.
    event StatusChanged(uint256 indexed id, Status status, string reason);

    /// @notice A vote was cast, or cast anew.
    event Voted(
        uint256 indexed id,
        address indexed voter,
        uint256 powerWei,
        WeightedOption[] options
    );

    /// @notice The deposit is complete: stake as of the end of block `snapshot_height` may vote.
    event VotingStarted(
        uint256 indexed id,
        uint64 snapshotHeight,
        uint256 totalPowerWei,
        uint64 votingEndS
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

    /// @notice Propose to change parameters, all together; the coins sent are the first deposit.
    ///
    /// Each change names the value it expects to replace. Returns the proposal's number.
    function submitParameters(
        string calldata title,
        string calldata summary,
        ParameterChange[] calldata changes
    ) external payable returns (uint256);

    /// @notice Propose to pay out of the treasury; returns the proposal's number.
    function submitSpend(
        string calldata title,
        string calldata summary,
        address recipient,
        uint256 amountWei
    ) external payable returns (uint256);

    /// @notice Propose a statement that changes nothing by itself; returns the proposal's number.
    function submitText(
        string calldata title,
        string calldata summary
    ) external payable returns (uint256);

    /// @notice Propose to cancel another proposal; it takes effect as soon as it passes.
    function submitCancel(
        string calldata title,
        string calldata summary,
        uint256 targetId
    ) external payable returns (uint256);

    /// @notice Propose to set a paused module going again; returns the proposal's number.
    function submitResume(
        string calldata title,
        string calldata summary,
        string calldata module
    ) external payable returns (uint256);

    /// @notice Propose a call that only a passed proposal can make; returns the proposal's number.
    ///
    /// `call_data` is the method's selector and arguments, as a transaction would carry them.
    function submitCall(
        string calldata title,
        string calldata summary,
        string calldata module,
        bytes calldata callData
    ) external payable returns (uint256);

    /// @notice Add the coins sent to a proposal's deposit; voting begins when it is complete.
    function deposit(uint256 id) external payable;

    /// @notice Vote with all the caller's stake; a later vote takes the place of an earlier one.
    ///
    /// A validator votes for all stake behind it, but for that whose owners vote themselves.
    function vote(uint256 id, Option option) external;

    /// @notice Spread the caller's stake over options, by weights in bps that sum to 10,000.
    function voteWeighted(uint256 id, WeightedOption[] calldata options) external;

    /// @notice Stop a proposal: its proposer before it passed, at a share of the deposit, or the
    /// guardian.
    ///
    /// The guardian can do nothing else, and not to a proposal that would change the guardian.
    function cancel(uint256 id) external;

    /// @notice Return governance's own parameters.
    function params() external view returns (GovernanceParams memory);

    /// @notice Return how many proposals there were; they are numbered from 1.
    function proposalCount() external view returns (uint256);

    /// @notice Return one proposal, whole; refused where there is none.
    function proposal(uint256 id) external view returns (Proposal memory);

    /// @notice Return proposals, oldest first, at most PROPOSALS_PAGE_MAX.
    function proposals(uint256 offset, uint256 limit) external view returns (Proposal[] memory);

    /// @notice Return the parameters that a proposal lives by.
    function proposalParams(uint256 id) external view returns (GovernanceParams memory);

    /// @notice Return the votes on a proposal so far, as stake by option, in wei.
    function tally(uint256 id) external view returns (Tally memory);

    /// @notice Return an account's vote; without power where it did not vote.
    function voteOf(uint256 id, address voter) external view returns (Ballot memory);

    /// @notice Return the votes on a proposal in the order of first votes, at most PAGE_MAX.
    function votes(
        uint256 id,
        uint256 offset,
        uint256 limit
    ) external view returns (VoterBallot[] memory);

    /// @notice Return the stake behind a validator whose owners have not voted themselves, in wei.
    ///
    /// The validator votes for it; its own stake is part of it until then. Zero before the vote.
    function defaultPower(uint256 id, address validator) external view returns (uint256);

    /// @notice Return the deposits that a proposal still holds.
    function depositsOf(uint256 id) external view returns (Deposit[] memory);

    /// @notice Return one parameter with its bounds; refused where there is none.
    function parameter(string calldata name) external view returns (Parameter memory);

    /// @notice Return the parameters of all modules, at most PAGE_MAX.
    function parameters(uint256 offset, uint256 limit) external view returns (Parameter[] memory);

    /// @notice Return every change of a parameter, oldest first, at most PAGE_MAX.
    function history(
        string calldata parameter,
        uint256 offset,
        uint256 limit
    ) external view returns (HistoryEntry[] memory);

    /// @notice Return the decided changes that wait for the next epoch, and when each takes effect.
    function pendingChanges() external view returns (PendingChange[] memory);

    /// @notice Return why a proposal of these changes would be refused now, or nothing.
    ///
    /// Checks names, expected values, bounds, steps, cooldowns and cross-field rules. Submitting
    /// also tries all invariants; `eth_call` on `submit_parameters` does that without a vote.
    function preview(ParameterChange[] calldata changes) external view returns (string memory);
}
