<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
  <context>
    <name>ClassPicture</name>
    <message>
      <source>People by size of their group</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>groups of {size}: {before} before, {after} after</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ConsentPanel</name>
    <message>
      <source>Afterwards: each use is asked on its own</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Asked again, it stands</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Consent has not been asked yet. Explain first, then ask.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Consent was given</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Consent was withdrawn on {day}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>During this interview</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Given on {day}, asked again at the end.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Given on {day}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How consent was given</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Whatever is not allowed here never leaves this laptop. The person can change or take back any of it at any time.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who decides</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>DateEdit</name>
    <message>
      <source>2021, 2021-07, 2021-07-14, or 2020-08/2020-11</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is no date. Write a year, a month (2021-07), a day (2021-07-14) or a span (2020-08/2020-11); add ~ when it is about right.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>EffectPanel</name>
    <message>
      <source>Chance to be right about one person: {before} before, {after} in the bundle.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Fact</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How far somebody stands out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>In the bundle</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>People by the size of the group in which all look alike. Outline: before. Filled: in the bundle.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What happens to each fact</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ExportPage</name>
    <message>
      <source>&amp;Back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Next</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Work out what would leave</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Write the bundle</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cancel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Export &amp;again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Export: done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Export: exactly what leaves</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Export: what is made coarse</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Export: what, and to whom</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Export: who leaves</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Export: writing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go to the review</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing leaves before the last step, and only this leaves.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Public key file of the recipient</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Some statements still need review.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stopped. Nothing was written.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Trust this key</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where to write the bundle</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Working out what would leave</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write here</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Writing the bundle and reading it back</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>InterviewPage</name>
    <message>
      <source>&amp;Back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Next</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Pause</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Stop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All cases</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything said so far is saved. Ask how the person is, and whether they would like help or company now. The interview can be taken up another day.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Leave this section for later, or for good</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Removed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>S&amp;kip</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save everything and lock (F9)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stop here</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stop the interview here?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The person wants to stop (Ctrl+F9)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Undo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You have been talking for a while. Ask whether a pause, water or company would help.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>MarkingBar</name>
    <message>
      <source>A new person</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A person, without saying who</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>These words are a:</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>MarksModel</name>
    <message>
      <source>Decision</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hidden</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kept</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Undecided</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What it is</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Why it is marked</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Words</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has the form of one</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>marked by hand</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>recorded in this case</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the same words stand elsewhere</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>unfamiliar capitalised word</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>NumberEdit</name>
    <message>
      <source>Write a number in digits, or choose why there is none.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>PagedText</name>
    <message>
      <source>Next page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Page back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Page {page} of {pages}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This text is very long. It is shown page by page, to read.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>PathSheet</name>
    <message>
      <source>Cancel</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>QuestionRow</name>
    <message>
      <source>Does not apply</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Does not know</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Give an answer after all</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No answer to: {question}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No answer?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not asked</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Prefers not to say</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ReceiptPanel</name>
    <message>
      <source>Bundle</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cases</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>File</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hand the file over on a stick or send it; only the recipient's key opens it. Tell the recipient the first and the last eight characters of the SHA-256 by voice, so that a changed file is noticed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>SHA-256</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Written, read back, and found whole</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>RecordCard</name>
    <message>
      <source>Done to:</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open {record}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove {record}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>RecordsPanel</name>
    <message>
      <source>Add: {what}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing is recorded here yet.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>RequestPanel</name>
    <message>
      <source>Add a key file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>For what, and to whom</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Groups below 5 people can point to somebody. Choose this only on purpose.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No key is known yet. Add the public key file that the recipient gave you.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Purpose</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Recipients belong to</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Smallest group of people alike</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What leaves</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who can open it</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ReviewPage</name>
    <message numerus="yes">
      <source>%n mark(s) still to decide</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n undecided</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>&amp;Finish this review</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <source>Decide the same in %n other place(s)</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>Go to the cases</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hide</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keep</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Marks, the unsure first</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Review before sharing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reviewed. {progress}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Statement</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Statement to review</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no statement to review yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What leaves this laptop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>reviewed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{done} of {all} decided</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>SearchedChoices</name>
    <message>
      <source>Add “{word}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Type to find a choice</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>StatementPanel</name>
    <message numerus="yes">
      <source>%n mark(s). Select words to mark them.</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>Add an event</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Finalise the statement</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>My own notes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove this mark</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reopen the statement</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Statement</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Timeline</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What happened, one event at a time, as it comes up.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>UseCard</name>
    <message>
      <source>2026-06-01</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>2027-12-31</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose a fact to leave out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Conditions in the person's words</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Leave out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Left out: {facts}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not before (day)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>To</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Until (day)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write a day as year-month-day, for example 2027-12-31.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>WhoPanel</name>
    <message numerus="yes">
      <source>%n case(s) leave.</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n statement(s) still need review. Finish them on the Review page, or export records.</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>Nobody.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who stays out, and why</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count}: {reason}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>consent</name>
    <message>
      <source>A guardian</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A guardian, and the child agrees</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A national court</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A partner organisation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A public report</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>An international court</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Analysis of patterns by code</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>As a record without a name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Contacting the person again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Counts and statistics</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keeping copies of documents</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Media</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not at all</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Only as a number among others</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Photographs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Quoting the statement, redacted</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Recorded</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Referral to help</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Research and archives</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sound recording</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Spoken</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The person</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>United Nations</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>United Nations mechanisms</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Video recording</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>With the name, handed over sealed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Written</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Written notes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>analysts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>anyone of these</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>courts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>our office</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>our team</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>partners</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the public</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>dates</name>
    <message>
      <source>about {date}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>from {first} to {last}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>since {date}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>until {date}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{date}, not certain</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>export</name>
    <message>
      <source>One line for each person, made coarse until nobody stands out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Records</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Records and statements</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Statistics</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tables of counts. Nobody is a row.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The lines, and reviewed statements in a file of their own.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>as recorded</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>consent is over or has not begun</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>consent withdrawn</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>left in an earlier bundle</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>left out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>made coarse</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>no consent for this use and recipient</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>not finalised yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>would stand out</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>marks</name>
    <message>
      <source>Date</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Number</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Organisation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Other</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Person</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Place</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>roles</name>
    <message>
      <source>interpreter</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>interviewee</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>other</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>perpetrator</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>relative</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>victim</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>witness</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>steps</name>
    <message>
      <source>{section}, asked again</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>views</name>
    <message>
      <source>Event {number}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing is recorded yet</source>
      <translation type="unfinished" />
    </message>
  </context>
</TS>
