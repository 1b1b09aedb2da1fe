<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="be" sourcelanguage="en">
  <context>
    <name>AskingCard</name>
    <message>
      <source>Allowed during the interview</source>
      <translation>Што дазволена падчас гутаркі</translation>
    </message>
    <message>
      <source>Consent has not been asked yet. Explain first, then ask.</source>
      <translation>Пра згоду яшчэ не пыталіся. Спачатку растлумачце, потым спытайце.</translation>
    </message>
    <message>
      <source>Consent was withdrawn.</source>
      <translation>Згода адклікана.</translation>
    </message>
    <message>
      <source>Explained in</source>
      <translation>Растлумачана на мове</translation>
    </message>
    <message>
      <source>Given on {day}, asked again at the end.</source>
      <translation>Дадзена: {day}, напрыканцы перапыталі.</translation>
    </message>
    <message>
      <source>Given on {day}. To be asked again at the end.</source>
      <translation>Дадзена: {day}. Напрыканцы трэба перапытаць.</translation>
    </message>
    <message>
      <source>How consent was given</source>
      <translation>Як дадзена згода</translation>
    </message>
    <message>
      <source>Text version</source>
      <translation>Версія тэксту</translation>
    </message>
    <message>
      <source>The person agrees</source>
      <translation>Чалавек згодны</translation>
    </message>
    <message>
      <source>The person does not agree</source>
      <translation>Чалавек не згодны</translation>
    </message>
    <message>
      <source>Undo: the person has not agreed</source>
      <translation>Адмяніць: чалавек не пагадзіўся</translation>
    </message>
    <message>
      <source>Who decides</source>
      <translation>Хто вырашае</translation>
    </message>
  </context>
  <context>
    <name>ChoicesModel</name>
    <message>
      <source>Add “{word}”</source>
      <translation>Дадаць «{word}»</translation>
    </message>
  </context>
  <context>
    <name>ClassPicture</name>
    <message>
      <source>People by size of their group</source>
      <translation>Людзі паводле памеру іх групы</translation>
    </message>
    <message>
      <source>groups of {size}: {before} before, {after} after</source>
      <translation>групы па {size}: раней {before}, потым {after}</translation>
    </message>
  </context>
  <context>
    <name>ConsentPanel</name>
    <message numerus="yes">
      <source>%n more use(s): courts, United Nations, media …</source>
      <translation>
        <numerusform>Яшчэ %n від выкарыстання: суды, ААН, СМІ …</numerusform>
        <numerusform>Яшчэ %n віды выкарыстання: суды, ААН, СМІ …</numerusform>
        <numerusform>Яшчэ %n відаў выкарыстання: суды, ААН, СМІ …</numerusform>
      </translation>
    </message>
    <message>
      <source>Afterwards, each use on its own</source>
      <translation>Потым — кожны від выкарыстання паасобку</translation>
    </message>
    <message>
      <source>Fewer uses</source>
      <translation>Менш відаў выкарыстання</translation>
    </message>
    <message>
      <source>Not saved yet</source>
      <translation>Яшчэ не захавана</translation>
    </message>
    <message>
      <source>On {day} the person took back: {uses}.</source>
      <translation>Чалавек адклікаў згоду ({day}): {uses}.</translation>
    </message>
    <message>
      <source>On {day} the person took everything back.</source>
      <translation>Чалавек адклікаў усю згоду ({day}).</translation>
    </message>
    <message>
      <source>The person asked that the record be erased.</source>
      <translation>Чалавек папрасіў сцерці запіс.</translation>
    </message>
    <message>
      <source>What to leave out, from whom, and why, in own words</source>
      <translation>Што не перадаваць, каму і чаму, сваімі словамі</translation>
    </message>
    <message>
      <source>Whatever is not allowed here never leaves this laptop. The person can change or take back any of it at any time.</source>
      <translation>Што тут не дазволена, ніколі не выйдзе з гэтага ноўтбука. Чалавек можа змяніць або адклікаць што заўгодна ў любы час.</translation>
    </message>
  </context>
  <context>
    <name>DateEdit</name>
    <message>
      <source>2021, 2021-07, 14.07.2021, summer 2021, or 2020-08/2020-11</source>
      <translation>2021, 2021-07, 14.07.2021, лета 2021 або 2020-08/2020-11</translation>
    </message>
    <message>
      <source>This is no date. Write a year, a season (summer 2021), a month (2021-07), a day (14.07.2021 or 2021-07-14) or a span (2020-08/2020-11); add ~ when it is about right.</source>
      <translation>Гэта не дата. Напішыце год, пару года (лета 2021), месяц (2021-07), дзень (14.07.2021 або 2021-07-14) або прамежак (2020-08/2020-11); дадайце ~, калі гэта прыблізна.</translation>
    </message>
  </context>
  <context>
    <name>Deciding</name>
    <message>
      <source>The caret is at no mark. At a word, A hides it and 1 to 6 say what it is; Esc goes back to the list.</source>
      <translation>Курсор не на пазнацы. На слове A хавае яго, 1–6 кажуць, што гэта; Esc вяртае да спіса.</translation>
    </message>
    <message>
      <source>U takes it back; the list is in the settings.</source>
      <translation>U адмяняе; спіс — у наладах.</translation>
    </message>
    <message>
      <source>Words are selected: A hides them, 1 to 6 say what they are.</source>
      <translation>Вылучаны словы: A хавае іх, 1–6 кажуць, што гэта.</translation>
    </message>
    <message>
      <source>“{words}” is always hidden now, in every case.</source>
      <translation>«{words}» цяпер заўсёды схавана, у кожным выпадку.</translation>
    </message>
    <message>
      <source>“{words}” is never proposed again, in any case.</source>
      <translation>«{words}» больш не прапануецца ні ў адным выпадку.</translation>
    </message>
  </context>
  <context>
    <name>EffectPanel</name>
    <message numerus="yes">
      <source>%n group(s) of earlier bundles leave as they were: no slider changes them.</source>
      <translation>
        <numerusform>%n група ранейшых камплектаў выходзіць такой, як была: паўзункі яе не мяняюць.</numerusform>
        <numerusform>%n групы ранейшых камплектаў выходзяць такімі, як былі: паўзункі іх не мяняюць.</numerusform>
        <numerusform>%n груп ранейшых камплектаў выходзіць такімі, як былі: паўзункі іх не мяняюць.</numerusform>
      </translation>
    </message>
    <message>
      <source>Chance to be right about one person: {before} before, {after} in the bundle.</source>
      <translation>Верагоднасць правільна адгадаць аднаго чалавека: раней {before}, у камплекце {after}.</translation>
    </message>
    <message>
      <source>Detail lost: {loss} (worked out before: {earlier}). Stay out: {people}.</source>
      <translation>Страчана падрабязнасцей: {loss} (разлічана раней: {earlier}). Не перадаюцца: {people}.</translation>
    </message>
    <message>
      <source>Detail lost: {loss}. Stay out: {people}.</source>
      <translation>Страчана падрабязнасцей: {loss}. Не перадаюцца: {people}.</translation>
    </message>
    <message>
      <source>Fact</source>
      <translation>Звестка</translation>
    </message>
    <message>
      <source>For data that anybody may have, the line is {line}.</source>
      <translation>Для даных, якія можа мець любы, мяжа — {line}.</translation>
    </message>
    <message>
      <source>How</source>
      <translation>Як</translation>
    </message>
    <message>
      <source>How far somebody stands out</source>
      <translation>Наколькі чалавек вылучаецца сярод іншых</translation>
    </message>
    <message>
      <source>In the bundle</source>
      <translation>У камплекце</translation>
    </message>
    <message>
      <source>Only counts leave, and small ones not at all: nobody is a row. As rows, the chance to be right about one person would be {before}.</source>
      <translation>Выходзяць толькі лічбы, а малыя не выходзяць зусім: асобнага радка няма ні ў кога. Калі б былі радкі, верагоднасць правільна адгадаць аднаго чалавека была б {before}.</translation>
    </message>
    <message>
      <source>People by the size of the group in which all look alike. Outline: before. Filled: in the bundle.</source>
      <translation>Людзі паводле памеру групы, у якой усе выглядаюць аднолькава. Контур: раней. Заліўка: у камплекце.</translation>
    </message>
    <message>
      <source>Section</source>
      <translation>Раздзел</translation>
    </message>
    <message>
      <source>What happens to each fact</source>
      <translation>Што адбываецца з кожнай звесткай</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>Чаму</translation>
    </message>
    <message>
      <source>With so few people rows lose nearly everything. Counts alone are usually the better answer: go back and choose “{counts}”.</source>
      <translation>Калі людзей так мала, радкі губляюць амаль усё. Звычайна лепш перадаць толькі падлікі: вярніцеся і выберыце «{counts}».</translation>
    </message>
    <message>
      <source>{finest}; in some groups {coarsest}</source>
      <translation>{finest}; у некаторых групах {coarsest}</translation>
    </message>
  </context>
  <context>
    <name>ExportPage</name>
    <message>
      <source>&amp;Back</source>
      <translation>&amp;Назад</translation>
    </message>
    <message>
      <source>&amp;Next</source>
      <translation>&amp;Далей</translation>
    </message>
    <message>
      <source>&amp;Work out what would leave</source>
      <translation>&amp;Падлічыць, што выйдзе</translation>
    </message>
    <message>
      <source>&amp;Write the bundle</source>
      <translation>&amp;Запісаць камплект</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Скасаваць</translation>
    </message>
    <message>
      <source>Choose who can open the bundle first.</source>
      <translation>Спачатку выберыце, хто зможа адкрыць камплект.</translation>
    </message>
    <message>
      <source>Export &amp;again</source>
      <translation>Экспартаваць &amp;яшчэ раз</translation>
    </message>
    <message>
      <source>Export: done</source>
      <translation>Экспарт: гатова</translation>
    </message>
    <message>
      <source>Export: exactly what leaves</source>
      <translation>Экспарт: што менавіта выйдзе</translation>
    </message>
    <message>
      <source>Export: what is made coarse</source>
      <translation>Экспарт: што агрубляецца</translation>
    </message>
    <message>
      <source>Export: what, and to whom</source>
      <translation>Экспарт: што і каму</translation>
    </message>
    <message>
      <source>Export: who leaves</source>
      <translation>Экспарт: чые звесткі выйдуць</translation>
    </message>
    <message>
      <source>Export: writing</source>
      <translation>Экспарт: запіс</translation>
    </message>
    <message>
      <source>Go to the review</source>
      <translation>Перайсці да прагляду</translation>
    </message>
    <message>
      <source>Nothing leaves before the last step, and only this leaves.</source>
      <translation>Да апошняга кроку нічога не выходзіць, а потым выйдзе толькі гэта.</translation>
    </message>
    <message>
      <source>Some statements still need review.</source>
      <translation>Некаторыя аповеды яшчэ трэба прагледзець.</translation>
    </message>
    <message>
      <source>Some statements wait for a second look.</source>
      <translation>Некаторыя аповеды чакаюць другога прагляду.</translation>
    </message>
    <message>
      <source>Statements still need review.</source>
      <translation>Аповеды яшчэ трэба прагледзець.</translation>
    </message>
    <message>
      <source>Statements wait for a second look.</source>
      <translation>Аповеды чакаюць другога прагляду.</translation>
    </message>
    <message>
      <source>Stopped. Nothing was written.</source>
      <translation>Спынена. Нічога не запісана.</translation>
    </message>
    <message>
      <source>There is nobody who may leave.</source>
      <translation>Няма нікога, хто можа сысці.</translation>
    </message>
    <message>
      <source>Where to write the bundle</source>
      <translation>Куды запісаць камплект</translation>
    </message>
    <message>
      <source>Working out what would leave</source>
      <translation>Падлічваем, што выйдзе</translation>
    </message>
    <message>
      <source>Write here</source>
      <translation>Запісаць сюды</translation>
    </message>
    <message>
      <source>Writing the bundle and reading it back</source>
      <translation>Запісваем камплект і чытаем яго назад</translation>
    </message>
  </context>
  <context>
    <name>FormLanguage</name>
    <message>
      <source>Language of the questions</source>
      <translation>Мова пытанняў</translation>
    </message>
  </context>
  <context>
    <name>Guidance</name>
    <message>
      <source>Ask how the person is before you go on. Offer only help that you know is there, let the person choose, and refer nobody without consent to a referral.</source>
      <translation>Перш чым працягваць, спытайце, як чалавек сябе адчувае. Прапануйце толькі тую дапамогу, пра якую ведаеце, што яна ёсць, дайце чалавеку выбраць і нікога нікуды не накіроўвайце без згоды на гэта.</translation>
    </message>
    <message>
      <source>Ask nothing more about what happened. How is the person now? Who is with them tonight, and whom can they call? Offer water, a pause, company, or a referral to help.</source>
      <translation>Больш нічога не пытайце пра тое, што здарылася. Як чалавек цяпер? Хто будзе з ім сёння ўвечары і каму ён можа патэлефанаваць? Прапануйце вады, паўзу, пабыць побач або накіраваць па дапамогу.</translation>
    </message>
  </context>
  <context>
    <name>IdentityPanel</name>
    <message numerus="yes">
      <source>%n answer(s) of this section are removed and cannot be brought back. The account and everything else stay.</source>
      <translation>
        <numerusform>%n адказ гэтага раздзела будзе выдалены, вярнуць яго нельга. Аповед і ўсё астатняе застанецца.</numerusform>
        <numerusform>%n адказы гэтага раздзела будуць выдалены, вярнуць іх нельга. Аповед і ўсё астатняе застанецца.</numerusform>
        <numerusform>%n адказаў гэтага раздзела будзе выдалена, вярнуць іх нельга. Аповед і ўсё астатняе застанецца.</numerusform>
      </translation>
    </message>
    <message>
      <source>Keep the name</source>
      <translation>Пакінуць імя</translation>
    </message>
    <message>
      <source>No name is recorded</source>
      <translation>Імя не запісана</translation>
    </message>
    <message>
      <source>Remove and record no name</source>
      <translation>Выдаліць і не запісваць імя</translation>
    </message>
    <message>
      <source>Remove what identifies the person?</source>
      <translation>Выдаліць тое, што выдае асобу чалавека?</translation>
    </message>
    <message>
      <source>The person is known by a code only. Nothing that identifies them can be written down here, and nobody can find them again through this record.</source>
      <translation>Чалавек вядомы толькі пад кодам. Тут нельга запісаць нічога, што выдае яго асобу, і ніхто не зможа зноў знайсці яго па гэтым запісе.</translation>
    </message>
    <message>
      <source>The person may be named in this record</source>
      <translation>Чалавека можна назваць у гэтым запісе</translation>
    </message>
    <message>
      <source>What you write below stays encrypted on this laptop. It never leaves in a bundle.</source>
      <translation>Тое, што вы напішаце ніжэй, застанецца зашыфраваным на гэтым ноўтбуку. У камплекце яно ніколі не выйдзе.</translation>
    </message>
  </context>
  <context>
    <name>InterviewPage</name>
    <message>
      <source>&amp;Back</source>
      <translation>&amp;Назад</translation>
    </message>
    <message>
      <source>&amp;Done</source>
      <translation>&amp;Гатова</translation>
    </message>
    <message>
      <source>&amp;Next</source>
      <translation>&amp;Далей</translation>
    </message>
    <message>
      <source>&amp;Pause</source>
      <translation>&amp;Паўза</translation>
    </message>
    <message>
      <source>&amp;Stop</source>
      <translation>&amp;Спыніць</translation>
    </message>
    <message>
      <source>All cases</source>
      <translation>Усе выпадкі</translation>
    </message>
    <message>
      <source>Leave this section for later, or for good</source>
      <translation>Адкласці гэты раздзел на потым або прапусціць зусім</translation>
    </message>
    <message>
      <source>Questions in:</source>
      <translation>Пытанні на мове:</translation>
    </message>
    <message>
      <source>S&amp;kip</source>
      <translation>П&amp;рапусціць</translation>
    </message>
    <message>
      <source>Save everything and lock (F9)</source>
      <translation>Захаваць усё і замкнуць (F9)</translation>
    </message>
    <message>
      <source>Sections</source>
      <translation>Раздзелы</translation>
    </message>
    <message>
      <source>The person wants to stop (Ctrl+F9)</source>
      <translation>Чалавек хоча спыніцца (Ctrl+F9)</translation>
    </message>
  </context>
  <context>
    <name>LanguageChoice</name>
    <message>
      <source>Language not set</source>
      <translation>Мова не пазначана</translation>
    </message>
    <message>
      <source>Language of this text</source>
      <translation>Мова гэтага тэксту</translation>
    </message>
  </context>
  <context>
    <name>LinkGrid</name>
    <message>
      <source>Somebody else</source>
      <translation>Хтосьці іншы</translation>
    </message>
  </context>
  <context>
    <name>LookSheets</name>
    <message numerus="yes">
      <source>%n statement(s) of this case wait. The file holds what would leave, nothing else, and opens with the colleague's key alone.</source>
      <translation>
        <numerusform>%n аповед гэтага выпадку чакае. У файле толькі тое, што выйдзе, і адкрыць яго можна толькі ключом калегі.</numerusform>
        <numerusform>%n аповеды гэтага выпадку чакаюць. У файле толькі тое, што выйдзе, і адкрыць яго можна толькі ключом калегі.</numerusform>
        <numerusform>%n аповедаў гэтага выпадку чакаюць. У файле толькі тое, што выйдзе, і адкрыць яго можна толькі ключом калегі.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n text(s) would leave otherwise by now: ask again.</source>
      <translation>
        <numerusform>%n тэкст выйшаў бы цяпер іншым: папрасіце зноў.</numerusform>
        <numerusform>%n тэксты выйшлі б цяпер іншымі: папрасіце зноў.</numerusform>
        <numerusform>%n тэкстаў выйшлі б цяпер іншымі: папрасіце зноў.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>A change was asked for before in %n text(s): make it first.</source>
      <translation>
        <numerusform>У %n тэксце раней прасілі нешта змяніць: спачатку зрабіце гэта.</numerusform>
        <numerusform>У %n тэкстах раней прасілі нешта змяніць: спачатку зрабіце гэта.</numerusform>
        <numerusform>У %n тэкстах раней прасілі нешта змяніць: спачатку зрабіце гэта.</numerusform>
      </translation>
    </message>
    <message>
      <source>A colleague asks you to look at this</source>
      <translation>Калега просіць вас гэта прагледзець</translation>
    </message>
    <message>
      <source>Ask for a second look</source>
      <translation>Папрасіць аб другім праглядзе</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Скасаваць</translation>
    </message>
    <message>
      <source>Choose a place for the file</source>
      <translation>Выбраць месца для файла</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Закрыць</translation>
    </message>
    <message>
      <source>Code of the person who looks, not a name</source>
      <translation>Код таго, хто праглядае, а не імя</translation>
    </message>
    <message>
      <source>Colleague</source>
      <translation>Калега</translation>
    </message>
    <message>
      <source>Go to the first of them</source>
      <translation>Перайсці да першага</translation>
    </message>
    <message>
      <source>I have looked at this</source>
      <translation>Я гэта прагледзеў(-ла)</translation>
    </message>
    <message>
      <source>Only what would leave is here. Read it as somebody who wants to find these people. Where something gives one of them away, write below the text what has to change: that text is not signed.</source>
      <translation>Тут толькі тое, што выйдзе. Чытайце як той, хто хоча знайсці гэтых людзей. Калі нешта кагосьці выдае, напішыце пад тэкстам, што трэба змяніць: такі тэкст не падпісваецца.</translation>
    </message>
    <message>
      <source>Read it as somebody who wants to find this person. If something gives them away, press Cancel and say what.</source>
      <translation>Чытайце як той, хто хоча знайсці гэтага чалавека. Калі нешта яго выдае, націсніце «Скасаваць» і скажыце, што.</translation>
    </message>
    <message>
      <source>Sign what I have read</source>
      <translation>Падпісаць прачытанае</translation>
    </message>
    <message>
      <source>Somebody else reads this now</source>
      <translation>Цяпер гэта чытае хтосьці іншы</translation>
    </message>
    <message>
      <source>This has to change before it leaves</source>
      <translation>Гэта трэба змяніць перад перадачай</translation>
    </message>
    <message>
      <source>What has to change in text {number}</source>
      <translation>Што трэба змяніць у тэксце {number}</translation>
    </message>
    <message>
      <source>What would leave</source>
      <translation>Што выйдзе</translation>
    </message>
    <message numerus="yes">
      <source>{name} has looked at %n statement(s).</source>
      <translation>
        <numerusform>{name}: прагледжаны %n аповед.</numerusform>
        <numerusform>{name}: прагледжаны %n аповеды.</numerusform>
        <numerusform>{name}: прагледжана %n аповедаў.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>MarkingBar</name>
    <message>
      <source>A new person</source>
      <translation>Новая асоба</translation>
    </message>
    <message>
      <source>A person, without saying who</source>
      <translation>Асоба, без удакладнення хто</translation>
    </message>
  </context>
  <context>
    <name>MarksModel</name>
    <message>
      <source>Decision</source>
      <translation>Рашэнне</translation>
    </message>
    <message>
      <source>Hidden</source>
      <translation>Схавана</translation>
    </message>
    <message>
      <source>Kept</source>
      <translation>Пакінута</translation>
    </message>
    <message>
      <source>Undecided</source>
      <translation>Без рашэння</translation>
    </message>
    <message>
      <source>What it is</source>
      <translation>Што гэта</translation>
    </message>
    <message>
      <source>Why it is marked</source>
      <translation>Чаму пазначана</translation>
    </message>
    <message>
      <source>Words</source>
      <translation>Словы</translation>
    </message>
    <message>
      <source>a detail that few people share</source>
      <translation>падрабязнасць, якая супадае ў нямногіх</translation>
    </message>
    <message>
      <source>a name in this text, with another ending</source>
      <translation>імя з гэтага тэксту з іншым канчаткам</translation>
    </message>
    <message>
      <source>a number</source>
      <translation>лік</translation>
    </message>
    <message>
      <source>a number in words</source>
      <translation>лік словамі</translation>
    </message>
    <message>
      <source>a recorded name in another spelling</source>
      <translation>запісанае імя ў іншым напісанні</translation>
    </message>
    <message>
      <source>a recorded name with another ending</source>
      <translation>запісанае імя з іншым канчаткам</translation>
    </message>
    <message>
      <source>a recorded name, cut or inside a longer word</source>
      <translation>запісанае імя, разрэзанае або ўнутры доўгага слова</translation>
    </message>
    <message>
      <source>another form of a recorded name</source>
      <translation>іншая форма запісанага імя</translation>
    </message>
    <message>
      <source>has a version for sharing</source>
      <translation>ёсць версія для перадачы</translation>
    </message>
    <message>
      <source>is the name of a place</source>
      <translation>гэта назва месца</translation>
    </message>
    <message>
      <source>looks like a bank account</source>
      <translation>падобна на банкаўскі рахунак</translation>
    </message>
    <message>
      <source>looks like a date</source>
      <translation>падобна на дату</translation>
    </message>
    <message>
      <source>looks like a link or a user name</source>
      <translation>падобна на спасылку або імя карыстальніка</translation>
    </message>
    <message>
      <source>looks like a name</source>
      <translation>падобна на імя</translation>
    </message>
    <message>
      <source>looks like a network address</source>
      <translation>падобна на сеткавы адрас</translation>
    </message>
    <message>
      <source>looks like a number plate</source>
      <translation>падобна на нумар машыны</translation>
    </message>
    <message>
      <source>looks like a place on a map</source>
      <translation>падобна на месца на карце</translation>
    </message>
    <message>
      <source>looks like a telephone number</source>
      <translation>падобна на нумар тэлефона</translation>
    </message>
    <message>
      <source>looks like an address</source>
      <translation>падобна на адрас</translation>
    </message>
    <message>
      <source>looks like an e-mail address</source>
      <translation>падобна на адрас электроннай пошты</translation>
    </message>
    <message>
      <source>looks like an organisation</source>
      <translation>падобна на арганізацыю</translation>
    </message>
    <message>
      <source>looks like the number of a document</source>
      <translation>падобна на нумар дакумента</translation>
    </message>
    <message>
      <source>marked by hand</source>
      <translation>пазначана ўручную</translation>
    </message>
    <message>
      <source>may be a name</source>
      <translation>магчыма, імя</translation>
    </message>
    <message>
      <source>names somebody in this vault</source>
      <translation>называе некага ў гэтым сховішчы</translation>
    </message>
    <message>
      <source>on the list of words to hide</source>
      <translation>у спісе слоў, якія трэба хаваць</translation>
    </message>
    <message>
      <source>recorded in this case</source>
      <translation>запісана ў гэтым выпадку</translation>
    </message>
    <message>
      <source>tells who it is in a judgment</source>
      <translation>у судовым рашэнні паказвае, хто гэта</translation>
    </message>
    <message>
      <source>was hidden by hand in another place</source>
      <translation>у іншым месцы схавана ўручную</translation>
    </message>
  </context>
  <context>
    <name>MarksTable</name>
    <message>
      <source>Hide</source>
      <translation>Схаваць</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>Пакінуць</translation>
    </message>
    <message>
      <source>Marks, the unsure first</source>
      <translation>Пазнакі, спачатку няпэўныя</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Вярнуць як было</translation>
    </message>
  </context>
  <context>
    <name>Notices</name>
    <message>
      <source>Consent has not been recorded yet.</source>
      <translation>Згода яшчэ не запісана.</translation>
    </message>
    <message>
      <source>Consent was withdrawn. This case can be read, not changed.</source>
      <translation>Згода адклікана. Гэты выпадак можна чытаць, але не змяняць.</translation>
    </message>
    <message>
      <source>Go back there</source>
      <translation>Вярнуцца туды</translation>
    </message>
    <message>
      <source>Go to consent</source>
      <translation>Перайсці да згоды</translation>
    </message>
    <message>
      <source>Removed.</source>
      <translation>Выдалена.</translation>
    </message>
    <message>
      <source>Reopen the case</source>
      <translation>Адкрыць выпадак зноў</translation>
    </message>
    <message>
      <source>Something in “{section}” cannot be saved as it is written. It is kept as you typed it, but it does not count as an answer.</source>
      <translation>Нешта ў раздзеле «{section}» нельга захаваць так, як напісана. Яно захоўваецца, як вы яго набралі, але адказам не лічыцца.</translation>
    </message>
    <message>
      <source>The person asked to stop on {day}. Ask before you go on.</source>
      <translation>Чалавек папрасіў спыніцца: {day}. Перш чым працягваць, спытайце яго.</translation>
    </message>
    <message>
      <source>This case is finalised. Reopen it to change anything.</source>
      <translation>Гэты выпадак завершаны. Каб нешта змяніць, адкрыйце яго зноў.</translation>
    </message>
    <message>
      <source>Try again now</source>
      <translation>Паспрабаваць зараз яшчэ раз</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Вярнуць як было</translation>
    </message>
    <message>
      <source>What you typed stays here and is tried again.</source>
      <translation>Тое, што вы набралі, застаецца тут, і праграма паспрабуе захаваць яго зноў.</translation>
    </message>
    <message>
      <source>You have been talking for a while. Ask whether a pause, water or company would help.</source>
      <translation>Вы размаўляеце ўжо даўгавата. Спытайце, ці дапамаглі б паўза, вада або нехта побач.</translation>
    </message>
  </context>
  <context>
    <name>NumberEdit</name>
    <message>
      <source>Write a number in digits, or choose why there is none.</source>
      <translation>Напішыце лік лічбамі або выберыце, чаму яго няма.</translation>
    </message>
  </context>
  <context>
    <name>PagedText</name>
    <message>
      <source>Next page</source>
      <translation>Наступная старонка</translation>
    </message>
    <message>
      <source>Page back</source>
      <translation>Папярэдняя старонка</translation>
    </message>
    <message>
      <source>Page {page} of {pages}</source>
      <translation>Старонка {page} з {pages}</translation>
    </message>
    <message>
      <source>This text is very long. It is shown page by page, to read.</source>
      <translation>Гэты тэкст вельмі доўгі. Ён паказваецца па старонках, толькі для чытання.</translation>
    </message>
  </context>
  <context>
    <name>ParaphrasePanel</name>
    <message>
      <source>Change nothing</source>
      <translation>Нічога не мяняць</translation>
    </message>
    <message numerus="yes">
      <source>Hidden in it, %n place(s):</source>
      <translation>
        <numerusform>Схавана ў ёй, %n месца:</numerusform>
        <numerusform>Схавана ў ёй, %n месцы:</numerusform>
        <numerusform>Схавана ў ёй, %n месцаў:</numerusform>
      </translation>
    </message>
    <message>
      <source>Looking for what names somebody</source>
      <translation>Шукаем тое, што называе чалавека</translation>
    </message>
    <message>
      <source>Nothing was found in it. Read it as somebody who knows the family would.</source>
      <translation>Нічога не знойдзена. Прачытайце так, як прачытаў бы той, хто ведае сям’ю.</translation>
    </message>
    <message>
      <source>Store</source>
      <translation>Захаваць</translation>
    </message>
    <message>
      <source>What leaves in its place</source>
      <translation>Што сыходзіць замест гэтага</translation>
    </message>
    <message>
      <source>What was said</source>
      <translation>Што было сказана</translation>
    </message>
    <message>
      <source>Without a text, a word in brackets leaves.</source>
      <translation>Без тэксту сыходзіць слова ў дужках.</translation>
    </message>
  </context>
  <context>
    <name>PathSheet</name>
    <message>
      <source>Cancel</source>
      <translation>Скасаваць</translation>
    </message>
    <message>
      <source>There is already something with this name. Write another.</source>
      <translation>Тут ужо ёсць нешта з такой назвай. Упішыце іншую.</translation>
    </message>
  </context>
  <context>
    <name>QuestionRow</name>
    <message>
      <source>Does not apply</source>
      <translation>Не датычыць</translation>
    </message>
    <message>
      <source>Does not know</source>
      <translation>Не ведае</translation>
    </message>
    <message>
      <source>Empty this answer</source>
      <translation>Ачысціць гэты адказ</translation>
    </message>
    <message>
      <source>No answer to: {question}</source>
      <translation>Няма адказу на пытанне: {question}</translation>
    </message>
    <message>
      <source>No answer?</source>
      <translation>Няма адказу?</translation>
    </message>
    <message>
      <source>Not asked</source>
      <translation>Не пыталіся</translation>
    </message>
    <message>
      <source>Not saved yet</source>
      <translation>Яшчэ не захавана</translation>
    </message>
    <message>
      <source>Prefers not to say</source>
      <translation>Не хоча казаць</translation>
    </message>
    <message>
      <source>Say why there is no answer (Ctrl+D)</source>
      <translation>Пазначыць, чаму няма адказу (Ctrl+D)</translation>
    </message>
    <message>
      <source>This does not fit the question. Check it.</source>
      <translation>Гэта не пасуе да пытання. Праверце.</translation>
    </message>
    <message>
      <source>This holds characters that cannot be kept. Type it again.</source>
      <translation>Тут ёсць знакі, якія нельга захаваць. Набярыце яшчэ раз.</translation>
    </message>
    <message>
      <source>This is no date. Check it.</source>
      <translation>Гэта не дата. Праверце.</translation>
    </message>
    <message>
      <source>This is not one of the choices.</source>
      <translation>Такога варыянта няма сярод прапанаваных.</translation>
    </message>
    <message>
      <source>This is too long to be kept here. Shorten it, or write it in the account.</source>
      <translation>Гэта задоўгае, каб захаваць тут. Скараціце або запішыце ў аповед.</translation>
    </message>
    <message>
      <source>This lies outside what is possible. Check it.</source>
      <translation>Гэта выходзіць за межы магчымага. Праверце.</translation>
    </message>
  </context>
  <context>
    <name>QueueHead</name>
    <message numerus="yes">
      <source>%n undecided</source>
      <translation>
        <numerusform>%n без рашэння</numerusform>
        <numerusform>%n без рашэння</numerusform>
        <numerusform>%n без рашэння</numerusform>
      </translation>
    </message>
    <message>
      <source>Reviewed, a change is wanted.</source>
      <translation>Прагледжана, просяць змяніць.</translation>
    </message>
    <message>
      <source>Reviewed, second look missing.</source>
      <translation>Прагледжана, няма другога прагляду.</translation>
    </message>
    <message>
      <source>Reviewed, seen by {name}.</source>
      <translation>Прагледжана, другі прагляд: {name}.</translation>
    </message>
    <message>
      <source>Reviewed.</source>
      <translation>Прагледжана.</translation>
    </message>
    <message>
      <source>Statement to review</source>
      <translation>Аповед для прагляду</translation>
    </message>
    <message>
      <source>a change is wanted</source>
      <translation>просяць змяніць</translation>
    </message>
    <message>
      <source>not finished yet</source>
      <translation>яшчэ не скончана</translation>
    </message>
    <message>
      <source>not looked at yet</source>
      <translation>яшчэ не праглядалася</translation>
    </message>
    <message>
      <source>reviewed</source>
      <translation>прагледжана</translation>
    </message>
    <message>
      <source>second look missing</source>
      <translation>няма другога прагляду</translation>
    </message>
    <message>
      <source>seen by {name}</source>
      <translation>другі прагляд: {name}</translation>
    </message>
    <message>
      <source>{done} of {all} decided</source>
      <translation>вырашана {done} з {all}</translation>
    </message>
  </context>
  <context>
    <name>ReadBackCard</name>
    <message>
      <source>Asked again: it stands</source>
      <translation>Перапыталі: застаецца ў сіле</translation>
    </message>
    <message>
      <source>Change something</source>
      <translation>Нешта змяніць</translation>
    </message>
    <message>
      <source>Consent has not been asked yet.</source>
      <translation>Пра згоду яшчэ не пыталіся.</translation>
    </message>
    <message>
      <source>For anything else the account is not used.</source>
      <translation>Ні для чаго іншага аповед не выкарыстоўваецца.</translation>
    </message>
    <message>
      <source>It stands</source>
      <translation>Застаецца ў сіле</translation>
    </message>
    <message>
      <source>Read this back, and ask whether it stands</source>
      <translation>Прачытайце гэта ўголас і спытайце, ці застаецца яно ў сіле</translation>
    </message>
  </context>
  <context>
    <name>ReceiptPanel</name>
    <message>
      <source>Bundle</source>
      <translation>Камплект</translation>
    </message>
    <message>
      <source>Cases</source>
      <translation>Выпадкі</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Файл</translation>
    </message>
    <message>
      <source>Hand over your public key</source>
      <translation>Перадаць свой адкрыты ключ</translation>
    </message>
    <message>
      <source>Hand the file over on a stick or send it; only the recipient's key opens it. Tell the recipient the first and the last eight characters of the SHA-256 by voice, so that a changed file is noticed.</source>
      <translation>Перадайце файл на флэшцы або дашліце яго; адкрыць яго можна толькі ключом атрымальніка. Назавіце атрымальніку голасам першыя і апошнія восем знакаў SHA-256, каб было відаць, калі файл змянілі.</translation>
    </message>
    <message>
      <source>SHA-256</source>
      <translation>SHA-256</translation>
    </message>
    <message>
      <source>The recipient needs your public key once, to see that the bundle is yours.</source>
      <translation>Атрымальніку адзін раз патрэбны ваш адкрыты ключ: з яго відаць, што камплект ад вас.</translation>
    </message>
    <message>
      <source>Written, read back, and found whole</source>
      <translation>Запісана, прачытана назад, усё цэлае</translation>
    </message>
  </context>
  <context>
    <name>RecordCard</name>
    <message>
      <source>Close</source>
      <translation>Закрыць</translation>
    </message>
    <message>
      <source>Close {record}</source>
      <translation>Закрыць {record}</translation>
    </message>
    <message>
      <source>Done by</source>
      <translation>Хто гэта зрабіў</translation>
    </message>
    <message>
      <source>Done to</source>
      <translation>З кім гэта зрабілі</translation>
    </message>
    <message>
      <source>In this case</source>
      <translation>У гэтым выпадку</translation>
    </message>
    <message>
      <source>Not saved yet</source>
      <translation>Яшчэ не захавана</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Адкрыць</translation>
    </message>
    <message>
      <source>Open {record}</source>
      <translation>Адкрыць: {record}</translation>
    </message>
    <message>
      <source>Remove {record}</source>
      <translation>Прыбраць: {record}</translation>
    </message>
  </context>
  <context>
    <name>RecordsPanel</name>
    <message>
      <source>Add a person</source>
      <translation>Дадаць чалавека</translation>
    </message>
    <message>
      <source>Add an event</source>
      <translation>Дадаць падзею</translation>
    </message>
    <message>
      <source>Event {number}</source>
      <translation>Падзея {number}</translation>
    </message>
    <message>
      <source>Everybody the account names stands here, also those who did it.</source>
      <translation>Тут усе, каго названа ў аповедзе, таксама і тыя, хто гэта зрабіў.</translation>
    </message>
    <message>
      <source>Nothing is recorded here yet.</source>
      <translation>Тут пакуль нічога не запісана.</translation>
    </message>
  </context>
  <context>
    <name>RequestPanel</name>
    <message>
      <source>Add a key file</source>
      <translation>Дадаць файл ключа</translation>
    </message>
    <message>
      <source>For what, and to whom</source>
      <translation>Для чаго і каму</translation>
    </message>
    <message>
      <source>Groups below 5 people can point to somebody. Choose this only on purpose.</source>
      <translation>Група, дзе менш за 5 чалавек, можа паказаць на кагосьці. Выбірайце гэта толькі свядома.</translation>
    </message>
    <message>
      <source>No key is known yet. Add the public key file that the recipient gave you.</source>
      <translation>Пакуль няма ніводнага ключа. Дадайце файл адкрытага ключа, які даў вам атрымальнік.</translation>
    </message>
    <message>
      <source>Purpose</source>
      <translation>Мэта</translation>
    </message>
    <message>
      <source>Recipients belong to</source>
      <translation>Хто атрымальнікі</translation>
    </message>
    <message>
      <source>Report written in</source>
      <translation>Мова справаздачы</translation>
    </message>
    <message>
      <source>Smallest group of people alike</source>
      <translation>Найменшая група падобных людзей</translation>
    </message>
    <message>
      <source>This vault is set to groups of {usual} people. Choose fewer only on purpose.</source>
      <translation>Для гэтага сховішча зададзены групы ад {usual} чалавек. Выбірайце менш толькі свядома.</translation>
    </message>
    <message>
      <source>What leaves</source>
      <translation>Што сыходзіць</translation>
    </message>
    <message>
      <source>Who can open it</source>
      <translation>Хто зможа адкрыць</translation>
    </message>
  </context>
  <context>
    <name>ReviewPage</name>
    <message numerus="yes">
      <source>%n mark(s) still to decide</source>
      <translation>
        <numerusform>Яшчэ трэба вырашыць: %n пазнака</numerusform>
        <numerusform>Яшчэ трэба вырашыць: %n пазнакі</numerusform>
        <numerusform>Яшчэ трэба вырашыць: %n пазнак</numerusform>
      </translation>
    </message>
    <message>
      <source>&amp;Finish this review</source>
      <translation>&amp;Завяршыць гэты прагляд</translation>
    </message>
    <message>
      <source>Every statement is reviewed.</source>
      <translation>Усе аповеды прагледжаны.</translation>
    </message>
    <message>
      <source>Go to the cases</source>
      <translation>Перайсці да выпадкаў</translation>
    </message>
    <message>
      <source>Looking for what names somebody</source>
      <translation>Шукаем тое, што называе чалавека</translation>
    </message>
    <message>
      <source>Mark what was missed</source>
      <translation>Пазначыць прапушчанае</translation>
    </message>
    <message>
      <source>No recogniser knows this language: every word with a capital is proposed. Look for what has none.</source>
      <translation>Ніводзін распазнавальнік не ведае гэтай мовы: прапануецца кожнае слова з вялікай літары. Шукайце тое, што з малой.</translation>
    </message>
    <message>
      <source>Review before sharing</source>
      <translation>Прагляд перад перадачай</translation>
    </message>
    <message>
      <source>Shift selects, A hides, 1 to 6 say what it is, Esc goes back</source>
      <translation>Shift вылучае, A хавае, 1–6 кажуць, што гэта, Esc — назад</translation>
    </message>
    <message>
      <source>Statement</source>
      <translation>Аповед</translation>
    </message>
    <message>
      <source>There is no statement to review yet.</source>
      <translation>Аповедаў для прагляду пакуль няма.</translation>
    </message>
    <message>
      <source>This review is finished.</source>
      <translation>Гэты прагляд скончаны.</translation>
    </message>
    <message>
      <source>Version for sharing…</source>
      <translation>Версія для перадачы…</translation>
    </message>
    <message>
      <source>What leaves this laptop</source>
      <translation>Што сыходзіць з гэтага ноўтбука</translation>
    </message>
    <message>
      <source>Words in brackets stand for what is hidden. A bundle has them in English, whatever the language of this window.</source>
      <translation>Словы ў дужках стаяць на месцы схаванага. У камплекце яны заўсёды па-англійску, якой бы мовай ні было гэта акно.</translation>
    </message>
    <message>
      <source>{done} is reviewed.</source>
      <translation>Праверана: {done}.</translation>
    </message>
    <message>
      <source>{done} is reviewed. Next: {next}.</source>
      <translation>Праверана: {done}. Далей: {next}.</translation>
    </message>
  </context>
  <context>
    <name>Scribe</name>
    <message>
      <source>The text is not saved yet. Mark the words again.</source>
      <translation>Тэкст яшчэ не захаваны. Пазначце словы яшчэ раз.</translation>
    </message>
  </context>
  <context>
    <name>SearchedChoices</name>
    <message>
      <source>Type to find a choice</source>
      <translation>Пачніце пісаць, каб знайсці варыянт</translation>
    </message>
    <message>
      <source>Type to find a choice, or add your own</source>
      <translation>Пачніце пісаць, каб знайсці варыянт або дадаць свой</translation>
    </message>
  </context>
  <context>
    <name>SecondLook</name>
    <message numerus="yes">
      <source>%n statement(s) stayed out: no consent to be quoted, or somebody is still named.</source>
      <translation>
        <numerusform>%n аповед не ўвайшоў: няма згоды на цытаванне, або хтосьці яшчэ названы.</numerusform>
        <numerusform>%n аповеды не ўвайшлі: няма згоды на цытаванне, або хтосьці яшчэ названы.</numerusform>
        <numerusform>%n аповедаў не ўвайшлі: няма згоды на цытаванне, або хтосьці яшчэ названы.</numerusform>
      </translation>
    </message>
    <message>
      <source>A request from a colleague</source>
      <translation>Просьба калегі</translation>
    </message>
    <message>
      <source>An answer to a request</source>
      <translation>Адказ на просьбу</translation>
    </message>
    <message>
      <source>Ask for a second look</source>
      <translation>Папрасіць аб другім праглядзе</translation>
    </message>
    <message>
      <source>Choose the file that you were given</source>
      <translation>Выберыце файл, які вам перадалі</translation>
    </message>
    <message>
      <source>Let somebody else look</source>
      <translation>Хай прагледзіць хтосьці іншы</translation>
    </message>
    <message>
      <source>Open this file</source>
      <translation>Адкрыць гэты файл</translation>
    </message>
    <message>
      <source>Recording the look.</source>
      <translation>Прагляд запісваецца.</translation>
    </message>
    <message>
      <source>Reviewed, and looked at by {name}.</source>
      <translation>Прагледжана; другі прагляд: {name}.</translation>
    </message>
    <message>
      <source>Reviewed, but a colleague wants a change first.</source>
      <translation>Прагледжана, але калега просіць спачатку нешта змяніць.</translation>
    </message>
    <message>
      <source>Reviewed. A second look is next.</source>
      <translation>Прагледжана. Далей — другі прагляд.</translation>
    </message>
    <message>
      <source>The answer is in {path}. Give it to whoever asked.</source>
      <translation>Адказ у файле {path}. Перадайце яго таму, хто прасіў.</translation>
    </message>
    <message>
      <source>The request is in {path}. Give it to {name}.</source>
      <translation>Просьба ў файле {path}. Перадайце яе: {name}.</translation>
    </message>
    <message>
      <source>Where to write the file</source>
      <translation>Куды запісаць файл</translation>
    </message>
    <message>
      <source>Write here</source>
      <translation>Запісаць сюды</translation>
    </message>
  </context>
  <context>
    <name>SectionList</name>
    <message>
      <source>Begun, not done yet</source>
      <translation>Пачата, яшчэ не зроблена</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Зроблена</translation>
    </message>
    <message>
      <source>Not begun</source>
      <translation>Не пачата</translation>
    </message>
    <message>
      <source>Skipped</source>
      <translation>Прапушчана</translation>
    </message>
    <message>
      <source>Something in it is not saved yet</source>
      <translation>Нешта ў ім яшчэ не захавана</translation>
    </message>
  </context>
  <context>
    <name>StatementMenu</name>
    <message>
      <source>&amp;Copy inside Intake</source>
      <translation>&amp;Капіраваць у межах Intake</translation>
    </message>
    <message>
      <source>&amp;Paste</source>
      <translation>&amp;Уставіць</translation>
    </message>
    <message>
      <source>Cu&amp;t</source>
      <translation>&amp;Выразаць</translation>
    </message>
    <message>
      <source>Select &amp;all</source>
      <translation>Вылучыць у&amp;сё</translation>
    </message>
  </context>
  <context>
    <name>StatementPanel</name>
    <message numerus="yes">
      <source>%n mark(s). Select words to mark them.</source>
      <translation>
        <numerusform>%n пазнака. Каб пазначыць словы, вылучыце іх.</numerusform>
        <numerusform>%n пазнакі. Каб пазначыць словы, вылучыце іх.</numerusform>
        <numerusform>%n пазнак. Каб пазначыць словы, вылучыце іх.</numerusform>
      </translation>
    </message>
    <message>
      <source>&amp;Finalise the statement</source>
      <translation>&amp;Завяршыць аповед</translation>
    </message>
    <message>
      <source>Finalised. Reopen it to change it.</source>
      <translation>Завершана. Каб змяніць аповед, адкрыйце яго зноў.</translation>
    </message>
    <message>
      <source>Not saved yet</source>
      <translation>Яшчэ не захавана</translation>
    </message>
    <message>
      <source>Re&amp;open the statement</source>
      <translation>&amp;Адкрыць аповед зноў</translation>
    </message>
    <message>
      <source>Remove this mark</source>
      <translation>Прыбраць гэту пазнаку</translation>
    </message>
    <message>
      <source>Versions of the account</source>
      <translation>Версіі аповеду</translation>
    </message>
  </context>
  <context>
    <name>StatementSide</name>
    <message>
      <source>Add an event</source>
      <translation>Дадаць падзею</translation>
    </message>
    <message>
      <source>Beside the account</source>
      <translation>Побач з аповедам</translation>
    </message>
    <message>
      <source>My own notes</source>
      <translation>Мае нататкі</translation>
    </message>
    <message>
      <source>Timeline</source>
      <translation>Храналогія</translation>
    </message>
    <message>
      <source>What happened, one event at a time, as it comes up.</source>
      <translation>Што адбылося, па адной падзеі, у тым парадку, як пра іх заходзіць гаворка.</translation>
    </message>
  </context>
  <context>
    <name>StopSheet</name>
    <message>
      <source>End here, without consent?</source>
      <translation>Скончыць на гэтым, без згоды?</translation>
    </message>
    <message>
      <source>Everything said so far is saved. Ask how the person is, and whether they would like help or company now. The interview can be taken up another day.</source>
      <translation>Усё, што сказана дагэтуль, захавана. Спытайце, як чалавек пачуваецца і ці патрэбна яму цяпер дапамога або хтосьці побач. Гутарку можна працягнуць у іншы дзень.</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>Працягваць</translation>
    </message>
    <message>
      <source>Stop here</source>
      <translation>Спыніць тут</translation>
    </message>
    <message>
      <source>Stop the interview here?</source>
      <translation>Спыніць гутарку на гэтым?</translation>
    </message>
    <message>
      <source>Thank the person; no reason is needed. Ask nothing more. Help and referrals do not depend on an interview. What was written so far stays on this laptop only, until you erase the case.</source>
      <translation>Падзякуйце чалавеку; тлумачыць прычыну не трэба. Больш ні пра што не пытайце. Дапамога і накіраванні не залежаць ад гутаркі. Тое, што ўжо запісана, застаецца толькі на гэтым ноўтбуку, пакуль вы не сатраце выпадак.</translation>
    </message>
  </context>
  <context>
    <name>Timeline</name>
    <message>
      <source>Day not known</source>
      <translation>Дзень невядомы</translation>
    </message>
    <message>
      <source>Nothing is recorded yet</source>
      <translation>Пакуль нічога не запісана</translation>
    </message>
    <message>
      <source>Open this event</source>
      <translation>Адкрыць гэту падзею</translation>
    </message>
  </context>
  <context>
    <name>UseCard</name>
    <message>
      <source>Change</source>
      <translation>Змяніць</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Закрыць</translation>
    </message>
    <message>
      <source>Not saved yet</source>
      <translation>Яшчэ не захавана</translation>
    </message>
    <message>
      <source>Withdrawn</source>
      <translation>Адклікана</translation>
    </message>
  </context>
  <context>
    <name>UseTerms</name>
    <message>
      <source>Choose a fact</source>
      <translation>Выберыце звестку</translation>
    </message>
    <message>
      <source>Conditions, in the person's own words</source>
      <translation>Умовы, словамі самога чалавека</translation>
    </message>
    <message>
      <source>Do not leave out: {fact}</source>
      <translation>Усё ж перадаваць: {fact}</translation>
    </message>
    <message>
      <source>Leave out</source>
      <translation>Не перадаваць</translation>
    </message>
    <message>
      <source>Not before (day)</source>
      <translation>Не раней за (дзень)</translation>
    </message>
    <message>
      <source>Somebody has made sure that these are met</source>
      <translation>Хтосьці пераканаўся, што гэтыя ўмовы выкананы</translation>
    </message>
    <message>
      <source>Until (day)</source>
      <translation>Да (дзень)</translation>
    </message>
    <message>
      <source>Who may receive it</source>
      <translation>Каму можна перадаць</translation>
    </message>
    <message>
      <source>Write a day as year-month-day, for example 2027-12-31. As long as no day can be read here, this use is not allowed.</source>
      <translation>Пішыце дзень як год-месяц-дзень, напрыклад 2027-12-31. Пакуль тут не прачытаць дня, такое выкарыстанне не дазволена.</translation>
    </message>
    <message>
      <source>such as 2026-06-01</source>
      <translation>напрыклад 2026-06-01</translation>
    </message>
    <message>
      <source>such as 2027-12-31</source>
      <translation>напрыклад 2027-12-31</translation>
    </message>
  </context>
  <context>
    <name>WeightsCard</name>
    <message>
      <source>All as &amp;usual</source>
      <translation>Усё як &amp;звычайна</translation>
    </message>
    <message>
      <source>How much it matters to keep: {facts}</source>
      <translation>Наколькі важна захаваць: {facts}</translation>
    </message>
    <message>
      <source>People by how much of a fact leaves. Full: all that any bundle tells. Pale: coarser. Empty: left out. Hatched: who stays out.</source>
      <translation>Людзі паводле таго, колькі з факта перадаецца. Поўны колер: усё, што кажа любы камплект. Бледны: грубей. Пуста: не перадаецца. Штрыхоўка: хто не перадаецца.</translation>
    </message>
    <message>
      <source>What is kept finer makes something else coarser. Try it: nothing leaves yet.</source>
      <translation>Што застаецца дакладнейшым, робіць нешта іншае грубейшым. Паспрабуйце: пакуль нічога не перадаецца.</translation>
    </message>
    <message>
      <source>What matters most</source>
      <translation>Што найважнейшае</translation>
    </message>
  </context>
  <context>
    <name>WhoPanel</name>
    <message numerus="yes">
      <source>%n case(s) leave.</source>
      <translation>
        <numerusform>Сыходзіць %n выпадак.</numerusform>
        <numerusform>Сыходзяць %n выпадкі.</numerusform>
        <numerusform>Сыходзіць %n выпадкаў.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n group(s) of earlier bundles leave again, exactly as before.</source>
      <translation>
        <numerusform>%n група ранейшых камплектаў сыходзіць зноў, дакладна як раней.</numerusform>
        <numerusform>%n групы ранейшых камплектаў сыходзяць зноў, дакладна як раней.</numerusform>
        <numerusform>%n груп ранейшых камплектаў сыходзяць зноў, дакладна як раней.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n group(s) of earlier bundles never leave again: something in them was changed, or somebody is gone or has taken consent back.</source>
      <translation>
        <numerusform>%n група ранейшых камплектаў больш ніколі не сыдзе: у ёй нешта змянілася, або кагосьці больш няма, або нехта адклікаў згоду.</numerusform>
        <numerusform>%n групы ранейшых камплектаў больш ніколі не сыдуць: у іх нешта змянілася, або кагосьці больш няма, або нехта адклікаў згоду.</numerusform>
        <numerusform>%n груп ранейшых камплектаў больш ніколі не сыдуць: у іх нешта змянілася, або кагосьці больш няма, або нехта адклікаў згоду.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n statement(s) leave with them.</source>
      <translation>
        <numerusform>Разам з імі сыходзіць %n аповед.</numerusform>
        <numerusform>Разам з імі сыходзяць %n аповеды.</numerusform>
        <numerusform>Разам з імі сыходзіць %n аповедаў.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n statement(s) still need review. Finish them on the Review page, or export records.</source>
      <translation>
        <numerusform>Яшчэ трэба прагледзець %n аповед. Завяршыце гэта на старонцы «Прагляд» або экспартуйце запісы.</numerusform>
        <numerusform>Яшчэ трэба прагледзець %n аповеды. Завяршыце гэта на старонцы «Прагляд» або экспартуйце запісы.</numerusform>
        <numerusform>Яшчэ трэба прагледзець %n аповедаў. Завяршыце гэта на старонцы «Прагляд» або экспартуйце запісы.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n statement(s) wait for a second look. Ask on the Review page, or export records.</source>
      <translation>
        <numerusform>%n аповед чакае другога прагляду. Папрасіце на старонцы прагляду або экспартуйце запісы.</numerusform>
        <numerusform>%n аповеды чакаюць другога прагляду. Папрасіце на старонцы прагляду або экспартуйце запісы.</numerusform>
        <numerusform>%n аповедаў чакаюць другога прагляду. Папрасіце на старонцы прагляду або экспартуйце запісы.</numerusform>
      </translation>
    </message>
    <message>
      <source>Kept by decision, though each may be a name: {words}</source>
      <translation>Пакінута паводле рашэння, хоць кожнае можа быць імем: {words}</translation>
    </message>
    <message>
      <source>Nobody leaves.</source>
      <translation>Ніхто не сыходзіць.</translation>
    </message>
    <message>
      <source>Nobody.</source>
      <translation>Ніхто.</translation>
    </message>
    <message>
      <source>Who stays out, and why</source>
      <translation>Хто не перадаецца і чаму</translation>
    </message>
  </context>
  <context>
    <name>WideRow</name>
    <message>
      <source>Always hide</source>
      <translation>Хаваць заўсёды</translation>
    </message>
    <message numerus="yes">
      <source>Hide the same in %n other place(s)</source>
      <translation>
        <numerusform>Схаваць тое ж яшчэ ў %n месцы</numerusform>
        <numerusform>Схаваць тое ж яшчэ ў %n месцах</numerusform>
        <numerusform>Схаваць тое ж яшчэ ў %n месцах</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Hide {who} in %n place(s)</source>
      <translation>
        <numerusform>Схаваць {who} у %n месцы</numerusform>
        <numerusform>Схаваць {who} у %n месцах</numerusform>
        <numerusform>Схаваць {who} у %n месцах</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Keep the same in %n other place(s)</source>
      <translation>
        <numerusform>Пакінуць тое ж яшчэ ў %n месцы</numerusform>
        <numerusform>Пакінуць тое ж яшчэ ў %n месцах</numerusform>
        <numerusform>Пакінуць тое ж яшчэ ў %n месцах</numerusform>
      </translation>
    </message>
    <message>
      <source>Never a name here</source>
      <translation>Тут ніколі не імя</translation>
    </message>
  </context>
  <context>
    <name>consent</name>
    <message>
      <source>A guardian</source>
      <translation>Апякун</translation>
    </message>
    <message>
      <source>A guardian, and the child agrees</source>
      <translation>Апякун, і дзіця згодна</translation>
    </message>
    <message>
      <source>A national court</source>
      <translation>Нацыянальны суд</translation>
    </message>
    <message>
      <source>A partner organisation</source>
      <translation>Арганізацыя-партнёр</translation>
    </message>
    <message>
      <source>A public report</source>
      <translation>Публічная справаздача</translation>
    </message>
    <message>
      <source>A record without names, made coarse until nobody stands out.</source>
      <translation>Запіс без імёнаў, агрублены так, каб ніхто не вылучаўся.</translation>
    </message>
    <message>
      <source>An international court</source>
      <translation>Міжнародны суд</translation>
    </message>
    <message>
      <source>Analysis of patterns by code</source>
      <translation>Аналіз заканамернасцей пад кодам</translation>
    </message>
    <message>
      <source>As a number</source>
      <translation>Толькі ў падліку</translation>
    </message>
    <message>
      <source>As a record without a name</source>
      <translation>Запісам без імя</translation>
    </message>
    <message>
      <source>Contacting the person again</source>
      <translation>Звярнуцца да чалавека зноў</translation>
    </message>
    <message>
      <source>Counted among others; the person is never a row.</source>
      <translation>Улічваецца разам з іншымі; асобнага радка пра чалавека няма ніколі.</translation>
    </message>
    <message>
      <source>Counts and statistics</source>
      <translation>Падлікі і статыстыка</translation>
    </message>
    <message>
      <source>During the interview: {acts}</source>
      <translation>Падчас гутаркі: {acts}</translation>
    </message>
    <message>
      <source>Keeping copies of documents</source>
      <translation>Захоўванне копій дакументаў</translation>
    </message>
    <message>
      <source>Left out: {facts}</source>
      <translation>Не перадаецца: {facts}</translation>
    </message>
    <message>
      <source>Media</source>
      <translation>СМІ</translation>
    </message>
    <message>
      <source>No</source>
      <translation>Не</translation>
    </message>
    <message>
      <source>Not at all</source>
      <translation>Ніяк</translation>
    </message>
    <message>
      <source>Not before {day}</source>
      <translation>Не раней за {day}</translation>
    </message>
    <message>
      <source>Nothing of the account is used for it.</source>
      <translation>Нічога з аповеду для гэтага не выкарыстоўваецца.</translation>
    </message>
    <message>
      <source>On condition: {conditions}</source>
      <translation>Пры ўмове: {conditions}</translation>
    </message>
    <message>
      <source>Only as a number among others</source>
      <translation>Толькі ў падліку разам з іншымі</translation>
    </message>
    <message>
      <source>Photographs</source>
      <translation>Фотаздымкі</translation>
    </message>
    <message>
      <source>Quoting the statement, redacted</source>
      <translation>Цытаванне аповеду са схаванымі звесткамі</translation>
    </message>
    <message>
      <source>Recorded</source>
      <translation>Пад запіс</translation>
    </message>
    <message>
      <source>Referral to help</source>
      <translation>Накіраванне па дапамогу</translation>
    </message>
    <message>
      <source>Research and archives</source>
      <translation>Даследаванні і архівы</translation>
    </message>
    <message>
      <source>Sealed, for one named recipient: not in this version. No name leaves in a bundle.</source>
      <translation>Запячатана, для аднаго названага атрымальніка: у гэтай версіі гэтага няма. У камплекце імя ніколі не выходзіць.</translation>
    </message>
    <message>
      <source>Sound recording</source>
      <translation>Гуказапіс</translation>
    </message>
    <message>
      <source>Spoken</source>
      <translation>Вусна</translation>
    </message>
    <message>
      <source>The person</source>
      <translation>Сам чалавек</translation>
    </message>
    <message>
      <source>To any recipient</source>
      <translation>Любому атрымальніку</translation>
    </message>
    <message>
      <source>To nobody yet: choose who may receive it</source>
      <translation>Пакуль нікому: выберыце, каму можна перадаць</translation>
    </message>
    <message>
      <source>To: {groups}</source>
      <translation>Каму: {groups}</translation>
    </message>
    <message>
      <source>United Nations</source>
      <translation>Арганізацыя Аб'яднаных Нацый</translation>
    </message>
    <message>
      <source>United Nations mechanisms</source>
      <translation>Механізмы ААН</translation>
    </message>
    <message>
      <source>Until {day}</source>
      <translation>Да {day}</translation>
    </message>
    <message>
      <source>Video recording</source>
      <translation>Відэазапіс</translation>
    </message>
    <message>
      <source>With the name (not in this version)</source>
      <translation>З імем (няма ў гэтай версіі)</translation>
    </message>
    <message>
      <source>Without a name</source>
      <translation>Без імя</translation>
    </message>
    <message>
      <source>Written</source>
      <translation>Пісьмова</translation>
    </message>
    <message>
      <source>Written notes</source>
      <translation>Пісьмовыя нататкі</translation>
    </message>
    <message>
      <source>analysts</source>
      <translation>аналітыкі</translation>
    </message>
    <message>
      <source>anyone of these</source>
      <translation>любы з пералічаных</translation>
    </message>
    <message>
      <source>courts</source>
      <translation>суды</translation>
    </message>
    <message>
      <source>only counts</source>
      <translation>толькі колькасці</translation>
    </message>
    <message>
      <source>our office</source>
      <translation>наш офіс</translation>
    </message>
    <message>
      <source>our team</source>
      <translation>наша каманда</translation>
    </message>
    <message>
      <source>partners</source>
      <translation>партнёры</translation>
    </message>
    <message>
      <source>the public</source>
      <translation>грамадскасць</translation>
    </message>
    <message>
      <source>with a statement</source>
      <translation>з аповедам</translation>
    </message>
  </context>
  <context>
    <name>dates</name>
    <message>
      <source>about {date}</source>
      <translation>прыблізна {date}</translation>
    </message>
    <message>
      <source>from {first} to {last}</source>
      <translation>з {first} да {last}</translation>
    </message>
    <message>
      <source>since {date}</source>
      <translation>пачынаючы з {date}</translation>
    </message>
    <message>
      <source>until {date}</source>
      <translation>да {date}</translation>
    </message>
    <message>
      <source>{date}, not certain</source>
      <translation>{date}, няпэўна</translation>
    </message>
  </context>
  <context>
    <name>export</name>
    <message>
      <source>Age</source>
      <translation>Узрост</translation>
    </message>
    <message>
      <source>All other details</source>
      <translation>Усе іншыя падрабязнасці</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>Адказ</translation>
    </message>
    <message>
      <source>As recorded</source>
      <translation>Як запісана</translation>
    </message>
    <message>
      <source>Consent is over or has not begun</source>
      <translation>Згода скончылася або яшчэ не пачалася</translation>
    </message>
    <message>
      <source>Consent withdrawn</source>
      <translation>Згода адклікана</translation>
    </message>
    <message>
      <source>Everybody in a group gave the same answer, or somebody wished it</source>
      <translation>Усе ў групе адказалі аднолькава, або нехта гэтага пажадаў</translation>
    </message>
    <message>
      <source>Fact</source>
      <translation>Факт</translation>
    </message>
    <message>
      <source>Groups of fewer than 5 people were allowed on purpose.</source>
      <translation>Групы, дзе менш за 5 чалавек, былі дазволены свядома.</translation>
    </message>
    <message>
      <source>Groups smaller than this vault's setting were allowed on purpose.</source>
      <translation>Свядома дазволены групы, меншыя, чым зададзена ў гэтым сховішчы.</translation>
    </message>
    <message>
      <source>It tells where somebody is now</source>
      <translation>Гэта паказвае, дзе чалавек зараз</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Мова</translation>
    </message>
    <message>
      <source>Left out</source>
      <translation>Не перададзена</translation>
    </message>
    <message>
      <source>Left together with others before, and not all of them can leave now</source>
      <translation>Сышоў раней разам з іншымі, і цяпер не ўсе яны могуць сысці</translation>
    </message>
    <message>
      <source>Made coarse</source>
      <translation>Агрублена</translation>
    </message>
    <message>
      <source>No bundle tells more of it</source>
      <translation>Больш за гэта не гаворыць ніводны камплект</translation>
    </message>
    <message>
      <source>No consent for this use and recipient</source>
      <translation>Няма згоды на гэту мэту і гэтага атрымальніка</translation>
    </message>
    <message>
      <source>No person has reviewed the statements in this bundle: every mark is a machine's.</source>
      <translation>Ніхто з людзей не правяраў аповеды ў гэтым камплекце: усе пазнакі зрабіла машына.</translation>
    </message>
    <message>
      <source>Nobody gave an answer that may leave</source>
      <translation>Ніхто не даў адказу, які можна перадаць</translation>
    </message>
    <message>
      <source>Not finalised yet</source>
      <translation>Яшчэ не завершана</translation>
    </message>
    <message>
      <source>One line for each person, made coarse until nobody stands out.</source>
      <translation>Па адным радку на кожнага чалавека, агрубленым так, каб ніхто не вылучаўся.</translation>
    </message>
    <message>
      <source>Other persons in the account, as a band</source>
      <translation>Іншыя асобы ў аповедзе, у межах</translation>
    </message>
    <message>
      <source>People</source>
      <translation>Людзей</translation>
    </message>
    <message>
      <source>Places</source>
      <translation>Месцы</translation>
    </message>
    <message>
      <source>Random number of the person's row</source>
      <translation>Выпадковы нумар радка чалавека</translation>
    </message>
    <message>
      <source>Random number of the row</source>
      <translation>Выпадковы нумар радка</translation>
    </message>
    <message>
      <source>Records</source>
      <translation>Запісы</translation>
    </message>
    <message>
      <source>Records and statements</source>
      <translation>Запісы і аповеды</translation>
    </message>
    <message>
      <source>Sex</source>
      <translation>Пол</translation>
    </message>
    <message>
      <source>Statements stayed out because no person reviewed their marks.</source>
      <translation>Аповеды не перададзены, бо ніхто з людзей не прагледзеў іх пазнак.</translation>
    </message>
    <message>
      <source>Statements stayed out because they have changed since an earlier bundle.</source>
      <translation>Аповеды не перадаюцца: яны змяніліся пасля ранейшага камплекта.</translation>
    </message>
    <message>
      <source>Statements stayed out because they would have named somebody.</source>
      <translation>Аповеды не перадаюцца: яны назвалі б кагосьці па імені.</translation>
    </message>
    <message>
      <source>Statements stayed out because this vault is set to let none leave.</source>
      <translation>Аповеды засталіся тут, бо ў гэтым сховішчы зададзена нічога з іх не перадаваць.</translation>
    </message>
    <message>
      <source>Statistics</source>
      <translation>Статыстыка</translation>
    </message>
    <message>
      <source>Tables of counts. Nobody is a row.</source>
      <translation>Табліцы з лічбамі. Асобных радкоў пра людзей няма.</translation>
    </message>
    <message>
      <source>Targeted group</source>
      <translation>Група, якую пераследуюць</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>Тэкст</translation>
    </message>
    <message>
      <source>The lines, and reviewed statements in a file of their own.</source>
      <translation>Радкі, а прагледжаныя аповеды — у асобным файле.</translation>
    </message>
    <message>
      <source>The person left in an earlier bundle</source>
      <translation>Чалавек ужо сышоў у ранейшым камплекце</translation>
    </message>
    <message>
      <source>The person wished something left out, in own words: record what is meant, then clear the words (consent, or the question at the end)</source>
      <translation>Чалавек сваімі словамі папрасіў нешта не ўключаць: запішыце, што маецца на ўвазе, потым ачысціце гэтыя словы (згода або апошняе пытанне)</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>Час</translation>
    </message>
    <message>
      <source>Too few people are alike for rows: only counts leave.</source>
      <translation>Падобных людзей замала для радкоў: сыходзяць толькі лічбы.</translation>
    </message>
    <message>
      <source>Two versions are here: decide on the Team page</source>
      <translation>Тут дзве версіі: вырашыце на старонцы «Каманда»</translation>
    </message>
    <message>
      <source>What was done</source>
      <translation>Што зрабілі</translation>
    </message>
    <message>
      <source>Which text</source>
      <translation>Які тэкст</translation>
    </message>
    <message>
      <source>Why there is no number</source>
      <translation>Чаму няма ліку</translation>
    </message>
    <message>
      <source>With more of it, too few people would look alike</source>
      <translation>Калі падрабязней, занадта мала людзей былі б падобныя</translation>
    </message>
    <message>
      <source>Would stand out: can leave once more people like them are here</source>
      <translation>Вылучаўся б сярод іншых: зможа сысці, калі тут будзе больш падобных людзей</translation>
    </message>
    <message>
      <source>You gave it up</source>
      <translation>Вы гэтым ахвяравалі</translation>
    </message>
    <message>
      <source>as recorded</source>
      <translation>як запісана</translation>
    </message>
    <message>
      <source>as usual</source>
      <translation>як звычайна</translation>
    </message>
    <message>
      <source>fewer than 5</source>
      <translation>менш за 5</translation>
    </message>
    <message>
      <source>give up</source>
      <translation>ахвяраваць</translation>
    </message>
    <message>
      <source>in broad bands</source>
      <translation>у вельмі шырокіх прамежках</translation>
    </message>
    <message>
      <source>in narrow bands</source>
      <translation>у вузкіх прамежках</translation>
    </message>
    <message>
      <source>in wide bands</source>
      <translation>у шырокіх прамежках</translation>
    </message>
    <message>
      <source>left out</source>
      <translation>не перадаецца</translation>
    </message>
    <message>
      <source>matters little</source>
      <translation>мала важна</translation>
    </message>
    <message>
      <source>matters more</source>
      <translation>важней</translation>
    </message>
    <message>
      <source>matters most</source>
      <translation>найважней</translation>
    </message>
    <message>
      <source>only a group of countries</source>
      <translation>толькі група краін</translation>
    </message>
    <message>
      <source>only the choices of the questionnaire</source>
      <translation>толькі варыянты з апытальніка</translation>
    </message>
    <message>
      <source>only the coarser group</source>
      <translation>толькі больш агульная група</translation>
    </message>
    <message>
      <source>only the coarser groups</source>
      <translation>толькі больш агульныя групы</translation>
    </message>
    <message>
      <source>only the country</source>
      <translation>толькі краіна</translation>
    </message>
    <message>
      <source>only the quarter of the year</source>
      <translation>толькі квартал года</translation>
    </message>
    <message>
      <source>only the region</source>
      <translation>толькі рэгіён</translation>
    </message>
    <message>
      <source>only the year</source>
      <translation>толькі год</translation>
    </message>
    <message>
      <source>{fact} · why it is empty</source>
      <translation>{fact} · чаму пуста</translation>
    </message>
  </context>
  <context>
    <name>marks</name>
    <message>
      <source>Date</source>
      <translation>Дата</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Нумар</translation>
    </message>
    <message>
      <source>Organisation</source>
      <translation>Арганізацыя</translation>
    </message>
    <message>
      <source>Other</source>
      <translation>Іншае</translation>
    </message>
    <message>
      <source>Person</source>
      <translation>Асоба</translation>
    </message>
    <message>
      <source>Place</source>
      <translation>Месца</translation>
    </message>
  </context>
  <context>
    <name>reasons</name>
    <message>
      <source>Case: {cases}.</source>
      <translation>Склон: {cases}.</translation>
    </message>
    <message>
      <source>It can be {form} ({cases}).</source>
      <translation>Магчыма, гэта {form} (склон: {cases}).</translation>
    </message>
    <message>
      <source>It can be {form}.</source>
      <translation>Магчыма, гэта {form}.</translation>
    </message>
    <message>
      <source>It is another form of the recorded name: short, fond, or of another language.</source>
      <translation>Гэта іншая форма запісанага імя: скарочаная, ласкавая або з іншай мовы.</translation>
    </message>
    <message>
      <source>It is cut or spaced out.</source>
      <translation>Разарвана або разбіта на літары.</translation>
    </message>
    <message>
      <source>It is spelled otherwise than recorded.</source>
      <translation>Напісана інакш, чым у запісе.</translation>
    </message>
    <message>
      <source>It is written as it is recorded.</source>
      <translation>Напісана так, як запісана.</translation>
    </message>
    <message>
      <source>It stands inside a longer word.</source>
      <translation>Стаіць усярэдзіне даўжэйшага слова.</translation>
    </message>
    <message>
      <source>Its ending is not the recorded one.</source>
      <translation>Канчатак не той, што ў запісе.</translation>
    </message>
    <message>
      <source>This leads to {who}: {part}.</source>
      <translation>Гэта паказвае на {who}: {part}.</translation>
    </message>
    <message>
      <source>This may lead to {who}: {part}.</source>
      <translation>Магчыма, гэта паказвае на {who}: {part}.</translation>
    </message>
    <message>
      <source>Written {script}; recorded {recorded}.</source>
      <translation>Напісана {script}, запісана {recorded}.</translation>
    </message>
    <message>
      <source>accusative</source>
      <translation>вінавальны</translation>
    </message>
    <message>
      <source>another ending</source>
      <translation>іншы канчатак</translation>
    </message>
    <message>
      <source>another form</source>
      <translation>іншая форма</translation>
    </message>
    <message>
      <source>another spelling</source>
      <translation>іншае напісанне</translation>
    </message>
    <message>
      <source>as recorded</source>
      <translation>як запісана</translation>
    </message>
    <message>
      <source>at the start of a sentence</source>
      <translation>у пачатку сказа</translation>
    </message>
    <message>
      <source>behind a title</source>
      <translation>пасля звання ці тытула</translation>
    </message>
    <message>
      <source>cut or spaced out</source>
      <translation>разарвана або разбіта</translation>
    </message>
    <message>
      <source>date of birth</source>
      <translation>дата нараджэння</translation>
    </message>
    <message>
      <source>dative</source>
      <translation>давальны</translation>
    </message>
    <message>
      <source>e-mail address</source>
      <translation>адрас электроннай пошты</translation>
    </message>
    <message>
      <source>full name</source>
      <translation>поўнае імя</translation>
    </message>
    <message>
      <source>genitive</source>
      <translation>родны</translation>
    </message>
    <message>
      <source>given name</source>
      <translation>імя</translation>
    </message>
    <message>
      <source>given name and patronymic</source>
      <translation>імя і імя па бацьку</translation>
    </message>
    <message>
      <source>in Arabic letters</source>
      <translation>арабскімі літарамі</translation>
    </message>
    <message>
      <source>in Armenian letters</source>
      <translation>армянскімі літарамі</translation>
    </message>
    <message>
      <source>in Cyrillic letters</source>
      <translation>кірыліцай</translation>
    </message>
    <message>
      <source>in Georgian letters</source>
      <translation>грузінскімі літарамі</translation>
    </message>
    <message>
      <source>in Greek letters</source>
      <translation>грэчаскімі літарамі</translation>
    </message>
    <message>
      <source>in Hebrew letters</source>
      <translation>яўрэйскімі літарамі</translation>
    </message>
    <message>
      <source>in Latin letters</source>
      <translation>лацінкай</translation>
    </message>
    <message>
      <source>initials</source>
      <translation>ініцыялы</translation>
    </message>
    <message>
      <source>inside a longer word</source>
      <translation>у даўжэйшым слове</translation>
    </message>
    <message>
      <source>instrumental</source>
      <translation>творны</translation>
    </message>
    <message>
      <source>locative</source>
      <translation>месны</translation>
    </message>
    <message>
      <source>mentioned in the record</source>
      <translation>згадка ў запісе</translation>
    </message>
    <message>
      <source>name</source>
      <translation>частка імя</translation>
    </message>
    <message>
      <source>nickname</source>
      <translation>мянушка</translation>
    </message>
    <message>
      <source>nominative</source>
      <translation>назоўны</translation>
    </message>
    <message>
      <source>number of a document</source>
      <translation>нумар дакумента</translation>
    </message>
    <message>
      <source>patronymic</source>
      <translation>імя па бацьку</translation>
    </message>
    <message>
      <source>perhaps {who}</source>
      <translation>магчыма, {who}</translation>
    </message>
    <message>
      <source>surname</source>
      <translation>прозвішча</translation>
    </message>
    <message>
      <source>surname and initials</source>
      <translation>прозвішча з ініцыяламі</translation>
    </message>
    <message>
      <source>telephone number</source>
      <translation>нумар тэлефона</translation>
    </message>
    <message>
      <source>the form for a man</source>
      <translation>мужчынская форма</translation>
    </message>
    <message>
      <source>the form for a woman</source>
      <translation>жаночая форма</translation>
    </message>
    <message>
      <source>user name</source>
      <translation>імя карыстальніка</translation>
    </message>
    <message>
      <source>vocative</source>
      <translation>клічны</translation>
    </message>
    <message>
      <source>{cases}, or {form}</source>
      <translation>{cases}, або {form}</translation>
    </message>
    <message>
      <source>{first} or {last}</source>
      <translation>{first} ці {last}</translation>
    </message>
    <message>
      <source>{reason}, {cue}</source>
      <translation>{reason}, {cue}</translation>
    </message>
    <message>
      <source>{who}: {part}</source>
      <translation>{who}: {part}</translation>
    </message>
    <message>
      <source>{who}: {part}, {how}</source>
      <translation>{who}: {part}, {how}</translation>
    </message>
  </context>
  <context>
    <name>roles</name>
    <message>
      <source>interpreter</source>
      <translation>перакладчык</translation>
    </message>
    <message>
      <source>interviewee</source>
      <translation>суразмоўца</translation>
    </message>
    <message>
      <source>other</source>
      <translation>іншая роля</translation>
    </message>
    <message>
      <source>perpetrator</source>
      <translation>парушальнік</translation>
    </message>
    <message>
      <source>relative</source>
      <translation>сваяк</translation>
    </message>
    <message>
      <source>victim</source>
      <translation>ахвяра</translation>
    </message>
    <message>
      <source>witness</source>
      <translation>сведка</translation>
    </message>
  </context>
  <context>
    <name>steps</name>
    <message>
      <source>{section}, asked again</source>
      <translation>{section}: перапытваем</translation>
    </message>
  </context>
</TS>
