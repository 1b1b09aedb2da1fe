<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
  <context>
    <name>AskingCard</name>
    <message>
      <source>Allowed during the interview</source>
      <translation>Разрешено во время беседы</translation>
    </message>
    <message>
      <source>Consent has not been asked yet. Explain first, then ask.</source>
      <translation>Согласия ещё не спрашивали. Сначала объясните, потом спросите.</translation>
    </message>
    <message>
      <source>Consent was withdrawn.</source>
      <translation>Согласие отозвано.</translation>
    </message>
    <message>
      <source>Explained in</source>
      <translation>Объяснено на языке</translation>
    </message>
    <message>
      <source>Given on {day}, asked again at the end.</source>
      <translation>Дано: {day}; в конце переспросили.</translation>
    </message>
    <message>
      <source>Given on {day}. To be asked again at the end.</source>
      <translation>Дано: {day}. В конце надо переспросить.</translation>
    </message>
    <message>
      <source>How consent was given</source>
      <translation>Как дано согласие</translation>
    </message>
    <message>
      <source>Text version</source>
      <translation>Версия текста</translation>
    </message>
    <message>
      <source>The person agrees</source>
      <translation>Человек согласен</translation>
    </message>
    <message>
      <source>The person does not agree</source>
      <translation>Человек не согласен</translation>
    </message>
    <message>
      <source>Undo: the person has not agreed</source>
      <translation>Отменить: человек не согласился</translation>
    </message>
    <message>
      <source>Who decides</source>
      <translation>Кто решает</translation>
    </message>
  </context>
  <context>
    <name>ChoicesModel</name>
    <message>
      <source>Add “{word}”</source>
      <translation>Добавить «{word}»</translation>
    </message>
  </context>
  <context>
    <name>ClassPicture</name>
    <message>
      <source>People by size of their group</source>
      <translation>Люди по размеру их группы</translation>
    </message>
    <message>
      <source>groups of {size}: {before} before, {after} after</source>
      <translation>группы по {size}: до — {before}, после — {after}</translation>
    </message>
  </context>
  <context>
    <name>ConsentPanel</name>
    <message numerus="yes">
      <source>%n more use(s): courts, United Nations, media …</source>
      <translation>
        <numerusform>Ещё %n цель: суды, ООН, СМИ …</numerusform>
        <numerusform>Ещё %n цели: суды, ООН, СМИ …</numerusform>
        <numerusform>Ещё %n целей: суды, ООН, СМИ …</numerusform>
      </translation>
    </message>
    <message>
      <source>Afterwards, each use on its own</source>
      <translation>Потом, о каждой цели отдельно</translation>
    </message>
    <message>
      <source>Fewer uses</source>
      <translation>Меньше целей</translation>
    </message>
    <message>
      <source>Not saved yet</source>
      <translation>Ещё не сохранено</translation>
    </message>
    <message>
      <source>On {day} the person took back: {uses}.</source>
      <translation>Отозвано {day}: {uses}.</translation>
    </message>
    <message>
      <source>On {day} the person took everything back.</source>
      <translation>Отозвано {day}: всё.</translation>
    </message>
    <message>
      <source>The person asked that the record be erased.</source>
      <translation>Человек просил стереть запись.</translation>
    </message>
    <message>
      <source>What to leave out, from whom, and why, in own words</source>
      <translation>Что не передавать, кому и почему, своими словами</translation>
    </message>
    <message>
      <source>Whatever is not allowed here never leaves this laptop. The person can change or take back any of it at any time.</source>
      <translation>То, что здесь не разрешено, никогда не уйдёт с этого ноутбука. Человек может изменить или отозвать любое из этого в любое время.</translation>
    </message>
  </context>
  <context>
    <name>DateEdit</name>
    <message>
      <source>2021, 2021-07, 14.07.2021, summer 2021, or 2020-08/2020-11</source>
      <translation>2021, 2021-07, 14.07.2021, лето 2021 или 2020-08/2020-11</translation>
    </message>
    <message>
      <source>This is no date. Write a year, a season (summer 2021), a month (2021-07), a day (14.07.2021 or 2021-07-14) or a span (2020-08/2020-11); add ~ when it is about right.</source>
      <translation>Это не дата. Напишите год, время года (лето 2021), месяц (2021-07), день (14.07.2021 или 2021-07-14) или промежуток (2020-08/2020-11); добавьте ~, если это примерно.</translation>
    </message>
  </context>
  <context>
    <name>Deciding</name>
    <message>
      <source>The caret is at no mark. At a word, A hides it and 1 to 6 say what it is; Esc goes back to the list.</source>
      <translation>Курсор не на пометке. На слове A скрывает его, 1–6 говорят, что это; Esc возвращает к списку.</translation>
    </message>
    <message>
      <source>U takes it back; the list is in the settings.</source>
      <translation>U отменяет; список — в настройках.</translation>
    </message>
    <message>
      <source>Words are selected: A hides them, 1 to 6 say what they are.</source>
      <translation>Выделены слова: A скрывает их, 1–6 говорят, что это.</translation>
    </message>
    <message>
      <source>“{words}” is always hidden now, in every case.</source>
      <translation>«{words}» теперь всегда скрыто, в каждом случае.</translation>
    </message>
    <message>
      <source>“{words}” is never proposed again, in any case.</source>
      <translation>«{words}» больше не предлагается ни в одном случае.</translation>
    </message>
  </context>
  <context>
    <name>EffectPanel</name>
    <message numerus="yes">
      <source>%n group(s) of earlier bundles leave as they were: no slider changes them.</source>
      <translation>
        <numerusform>%n группа более ранних комплектов выходит такой, как была: ползунки её не меняют.</numerusform>
        <numerusform>%n группы более ранних комплектов выходят такими, как были: ползунки их не меняют.</numerusform>
        <numerusform>%n групп более ранних комплектов выходят такими, как были: ползунки их не меняют.</numerusform>
      </translation>
    </message>
    <message>
      <source>Chance to be right about one person: {before} before, {after} in the bundle.</source>
      <translation>Вероятность верно узнать одного человека: до — {before}, в комплекте — {after}.</translation>
    </message>
    <message>
      <source>Detail lost: {loss} (worked out before: {earlier}). Stay out: {people}.</source>
      <translation>Потеряно подробностей: {loss} (рассчитано раньше: {earlier}). Не передаются: {people}.</translation>
    </message>
    <message>
      <source>Detail lost: {loss}. Stay out: {people}.</source>
      <translation>Потеряно подробностей: {loss}. Не передаются: {people}.</translation>
    </message>
    <message>
      <source>Fact</source>
      <translation>Сведение</translation>
    </message>
    <message>
      <source>For data that anybody may have, the line is {line}.</source>
      <translation>Для данных, которые может иметь кто угодно, граница — {line}.</translation>
    </message>
    <message>
      <source>How</source>
      <translation>Как</translation>
    </message>
    <message>
      <source>How far somebody stands out</source>
      <translation>Насколько кто-то выделяется</translation>
    </message>
    <message>
      <source>In the bundle</source>
      <translation>В комплекте</translation>
    </message>
    <message>
      <source>Only counts leave, and small ones not at all: nobody is a row. As rows, the chance to be right about one person would be {before}.</source>
      <translation>Уходят только числа, а малые не уходят совсем: ни о ком нет отдельной строки. По строкам вероятность верно узнать одного человека была бы {before}.</translation>
    </message>
    <message>
      <source>People by the size of the group in which all look alike. Outline: before. Filled: in the bundle.</source>
      <translation>Люди по размеру группы, в которой все выглядят одинаково. Контур: до. Заливка: в комплекте.</translation>
    </message>
    <message>
      <source>Section</source>
      <translation>Раздел</translation>
    </message>
    <message>
      <source>What happens to each fact</source>
      <translation>Что происходит с каждым сведением</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>Почему</translation>
    </message>
    <message>
      <source>With so few people rows lose nearly everything. Counts alone are usually the better answer: go back and choose “{counts}”.</source>
      <translation>Когда людей так мало, строки теряют почти всё. Обычно лучше передать только подсчёты: вернитесь и выберите «{counts}».</translation>
    </message>
    <message>
      <source>{finest}; in some groups {coarsest}</source>
      <translation>{finest}; в некоторых группах {coarsest}</translation>
    </message>
  </context>
  <context>
    <name>ExportPage</name>
    <message>
      <source>&amp;Back</source>
      <translation>Н&amp;азад</translation>
    </message>
    <message>
      <source>&amp;Next</source>
      <translation>&amp;Далее</translation>
    </message>
    <message>
      <source>&amp;Work out what would leave</source>
      <translation>&amp;Вычислить, что уйдёт</translation>
    </message>
    <message>
      <source>&amp;Write the bundle</source>
      <translation>Записать &amp;комплект</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Отмена</translation>
    </message>
    <message>
      <source>Choose who can open the bundle first.</source>
      <translation>Сначала выберите, кто сможет открыть комплект.</translation>
    </message>
    <message>
      <source>Export &amp;again</source>
      <translation>Экспортировать &amp;ещё раз</translation>
    </message>
    <message>
      <source>Export: done</source>
      <translation>Экспорт: готово</translation>
    </message>
    <message>
      <source>Export: exactly what leaves</source>
      <translation>Экспорт: что именно уходит</translation>
    </message>
    <message>
      <source>Export: what is made coarse</source>
      <translation>Экспорт: что огрубляется</translation>
    </message>
    <message>
      <source>Export: what, and to whom</source>
      <translation>Экспорт: что и кому</translation>
    </message>
    <message>
      <source>Export: who leaves</source>
      <translation>Экспорт: кто уходит в комплекте</translation>
    </message>
    <message>
      <source>Export: writing</source>
      <translation>Экспорт: запись</translation>
    </message>
    <message>
      <source>Go to the review</source>
      <translation>Перейти к просмотру</translation>
    </message>
    <message>
      <source>Nothing leaves before the last step, and only this leaves.</source>
      <translation>До последнего шага ничего не уходит, а после него уходит только это.</translation>
    </message>
    <message>
      <source>Some statements still need review.</source>
      <translation>Некоторые рассказы ещё надо проверить.</translation>
    </message>
    <message>
      <source>Some statements wait for a second look.</source>
      <translation>Некоторые рассказы ждут второго просмотра.</translation>
    </message>
    <message>
      <source>Statements still need review.</source>
      <translation>Рассказы ещё нужно просмотреть.</translation>
    </message>
    <message>
      <source>Statements wait for a second look.</source>
      <translation>Рассказы ждут второго просмотра.</translation>
    </message>
    <message>
      <source>Stopped. Nothing was written.</source>
      <translation>Остановлено. Ничего не записано.</translation>
    </message>
    <message>
      <source>There is nobody who may leave.</source>
      <translation>Нет никого, кто может уйти.</translation>
    </message>
    <message>
      <source>Where to write the bundle</source>
      <translation>Куда записать комплект</translation>
    </message>
    <message>
      <source>Working out what would leave</source>
      <translation>Вычисляем, что уйдёт</translation>
    </message>
    <message>
      <source>Write here</source>
      <translation>Записать сюда</translation>
    </message>
    <message>
      <source>Writing the bundle and reading it back</source>
      <translation>Записываем комплект и читаем его обратно</translation>
    </message>
  </context>
  <context>
    <name>FormLanguage</name>
    <message>
      <source>Language of the questions</source>
      <translation>Язык вопросов</translation>
    </message>
  </context>
  <context>
    <name>Guidance</name>
    <message>
      <source>Ask how the person is before you go on. Offer only help that you know is there, let the person choose, and refer nobody without consent to a referral.</source>
      <translation>Прежде чем продолжать, спросите, как человек себя чувствует. Предлагайте только ту помощь, о которой знаете, что она есть; пусть человек выбирает сам. Никого не направляйте без согласия на направление.</translation>
    </message>
    <message>
      <source>Ask nothing more about what happened. How is the person now? Who is with them tonight, and whom can they call? Offer water, a pause, company, or a referral to help.</source>
      <translation>Больше не спрашивайте о том, что произошло. Как человек сейчас? Кто с ним этой ночью и кому он может позвонить? Предложите воду, паузу, чтобы кто-то побыл рядом, или направление за помощью.</translation>
    </message>
  </context>
  <context>
    <name>IdentityPanel</name>
    <message numerus="yes">
      <source>%n answer(s) of this section are removed and cannot be brought back. The account and everything else stay.</source>
      <translation>
        <numerusform>%n ответ этого раздела будет удалён, и вернуть его нельзя. Рассказ и всё остальное сохранятся.</numerusform>
        <numerusform>%n ответа этого раздела будут удалены, и вернуть их нельзя. Рассказ и всё остальное сохранятся.</numerusform>
        <numerusform>%n ответов этого раздела будут удалены, и вернуть их нельзя. Рассказ и всё остальное сохранятся.</numerusform>
      </translation>
    </message>
    <message>
      <source>Keep the name</source>
      <translation>Оставить имя</translation>
    </message>
    <message>
      <source>No name is recorded</source>
      <translation>Имя не записывается</translation>
    </message>
    <message>
      <source>Remove and record no name</source>
      <translation>Удалить и не записывать имя</translation>
    </message>
    <message>
      <source>Remove what identifies the person?</source>
      <translation>Удалить то, что указывает на человека?</translation>
    </message>
    <message>
      <source>The person is known by a code only. Nothing that identifies them can be written down here, and nobody can find them again through this record.</source>
      <translation>Человек известен только по коду. Ничего, что на него указывает, записать здесь нельзя, и никто не сможет снова найти его по этой записи.</translation>
    </message>
    <message>
      <source>The person may be named in this record</source>
      <translation>Человека можно назвать в этой записи</translation>
    </message>
    <message>
      <source>What you write below stays encrypted on this laptop. It never leaves in a bundle.</source>
      <translation>То, что вы пишете ниже, остаётся зашифрованным на этом ноутбуке. В комплекте оно никогда не уходит.</translation>
    </message>
  </context>
  <context>
    <name>InterviewPage</name>
    <message>
      <source>&amp;Back</source>
      <translation>Н&amp;азад</translation>
    </message>
    <message>
      <source>&amp;Done</source>
      <translation>&amp;Готово</translation>
    </message>
    <message>
      <source>&amp;Next</source>
      <translation>&amp;Далее</translation>
    </message>
    <message>
      <source>&amp;Pause</source>
      <translation>Па&amp;уза</translation>
    </message>
    <message>
      <source>&amp;Stop</source>
      <translation>&amp;Остановить</translation>
    </message>
    <message>
      <source>All cases</source>
      <translation>Все случаи</translation>
    </message>
    <message>
      <source>Leave this section for later, or for good</source>
      <translation>Оставить этот раздел на потом или совсем</translation>
    </message>
    <message>
      <source>Questions in:</source>
      <translation>Вопросы на языке:</translation>
    </message>
    <message>
      <source>S&amp;kip</source>
      <translation>Пропус&amp;тить</translation>
    </message>
    <message>
      <source>Save everything and lock (F9)</source>
      <translation>Сохранить всё и запереть (F9)</translation>
    </message>
    <message>
      <source>Sections</source>
      <translation>Разделы</translation>
    </message>
    <message>
      <source>The person wants to stop (Ctrl+F9)</source>
      <translation>Человек хочет остановиться (Ctrl+F9)</translation>
    </message>
  </context>
  <context>
    <name>LanguageChoice</name>
    <message>
      <source>Language not set</source>
      <translation>Язык не указан</translation>
    </message>
    <message>
      <source>Language of this text</source>
      <translation>Язык этого текста</translation>
    </message>
  </context>
  <context>
    <name>LinkGrid</name>
    <message>
      <source>Somebody else</source>
      <translation>Кто-то другой</translation>
    </message>
  </context>
  <context>
    <name>LookSheets</name>
    <message numerus="yes">
      <source>%n statement(s) of this case wait. The file holds what would leave, nothing else, and opens with the colleague's key alone.</source>
      <translation>
        <numerusform>%n рассказ этого случая ждёт. В файле только то, что выйдет, и открыть его можно только ключом коллеги.</numerusform>
        <numerusform>%n рассказа этого случая ждут. В файле только то, что выйдет, и открыть его можно только ключом коллеги.</numerusform>
        <numerusform>%n рассказов этого случая ждут. В файле только то, что выйдет, и открыть его можно только ключом коллеги.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n text(s) would leave otherwise by now: ask again.</source>
      <translation>
        <numerusform>%n текст вышел бы теперь другим: попросите снова.</numerusform>
        <numerusform>%n текста вышли бы теперь другими: попросите снова.</numerusform>
        <numerusform>%n текстов вышли бы теперь другими: попросите снова.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>A change was asked for before in %n text(s): make it first.</source>
      <translation>
        <numerusform>В %n тексте раньше просили что-то изменить: сначала сделайте это.</numerusform>
        <numerusform>В %n текстах раньше просили что-то изменить: сначала сделайте это.</numerusform>
        <numerusform>В %n текстах раньше просили что-то изменить: сначала сделайте это.</numerusform>
      </translation>
    </message>
    <message>
      <source>A colleague asks you to look at this</source>
      <translation>Коллега просит вас это просмотреть</translation>
    </message>
    <message>
      <source>Ask for a second look</source>
      <translation>Попросить о втором просмотре</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Отмена</translation>
    </message>
    <message>
      <source>Choose a place for the file</source>
      <translation>Выбрать место для файла</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Закрыть</translation>
    </message>
    <message>
      <source>Code of the person who looks, not a name</source>
      <translation>Код того, кто просматривает, а не имя</translation>
    </message>
    <message>
      <source>Colleague</source>
      <translation>Коллега</translation>
    </message>
    <message>
      <source>Go to the first of them</source>
      <translation>Перейти к первому</translation>
    </message>
    <message>
      <source>I have looked at this</source>
      <translation>Я это просмотрел(а)</translation>
    </message>
    <message>
      <source>Only what would leave is here. Read it as somebody who wants to find these people. Where something gives one of them away, write below the text what has to change: that text is not signed.</source>
      <translation>Здесь только то, что выйдет. Читайте как тот, кто хочет найти этих людей. Если что-то кого-то выдаёт, напишите под текстом, что надо изменить: такой текст не подписывается.</translation>
    </message>
    <message>
      <source>Read it as somebody who wants to find this person. If something gives them away, press Cancel and say what.</source>
      <translation>Читайте как тот, кто хочет найти этого человека. Если что-то его выдаёт, нажмите «Отмена» и скажите, что.</translation>
    </message>
    <message>
      <source>Sign what I have read</source>
      <translation>Подписать прочитанное</translation>
    </message>
    <message>
      <source>Somebody else reads this now</source>
      <translation>Теперь это читает кто-то другой</translation>
    </message>
    <message>
      <source>This has to change before it leaves</source>
      <translation>Это надо изменить перед передачей</translation>
    </message>
    <message>
      <source>What has to change in text {number}</source>
      <translation>Что надо изменить в тексте {number}</translation>
    </message>
    <message>
      <source>What would leave</source>
      <translation>Что выйдет</translation>
    </message>
    <message numerus="yes">
      <source>{name} has looked at %n statement(s).</source>
      <translation>
        <numerusform>{name}: просмотрен %n рассказ.</numerusform>
        <numerusform>{name}: просмотрены %n рассказа.</numerusform>
        <numerusform>{name}: просмотрено %n рассказов.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>MarkingBar</name>
    <message>
      <source>A new person</source>
      <translation>Новое лицо</translation>
    </message>
    <message>
      <source>A person, without saying who</source>
      <translation>Лицо, не уточняя, кто именно</translation>
    </message>
  </context>
  <context>
    <name>MarksModel</name>
    <message>
      <source>Decision</source>
      <translation>Решение</translation>
    </message>
    <message>
      <source>Hidden</source>
      <translation>Скрыто</translation>
    </message>
    <message>
      <source>Kept</source>
      <translation>Оставлено</translation>
    </message>
    <message>
      <source>Undecided</source>
      <translation>Не решено</translation>
    </message>
    <message>
      <source>What it is</source>
      <translation>Что это</translation>
    </message>
    <message>
      <source>Why it is marked</source>
      <translation>Почему помечено</translation>
    </message>
    <message>
      <source>Words</source>
      <translation>Слова</translation>
    </message>
    <message>
      <source>a detail that few people share</source>
      <translation>подробность, общая лишь для немногих</translation>
    </message>
    <message>
      <source>a name in this text, with another ending</source>
      <translation>имя из этого текста с другим окончанием</translation>
    </message>
    <message>
      <source>a number</source>
      <translation>число</translation>
    </message>
    <message>
      <source>a number in words</source>
      <translation>число словами</translation>
    </message>
    <message>
      <source>a recorded name in another spelling</source>
      <translation>записанное имя в другом написании</translation>
    </message>
    <message>
      <source>a recorded name with another ending</source>
      <translation>записанное имя с другим окончанием</translation>
    </message>
    <message>
      <source>a recorded name, cut or inside a longer word</source>
      <translation>записанное имя, разрезанное или внутри длинного слова</translation>
    </message>
    <message>
      <source>another form of a recorded name</source>
      <translation>другая форма записанного имени</translation>
    </message>
    <message>
      <source>has a version for sharing</source>
      <translation>есть версия для передачи</translation>
    </message>
    <message>
      <source>is the name of a place</source>
      <translation>это название места</translation>
    </message>
    <message>
      <source>looks like a bank account</source>
      <translation>похоже на банковский счёт</translation>
    </message>
    <message>
      <source>looks like a date</source>
      <translation>похоже на дату</translation>
    </message>
    <message>
      <source>looks like a link or a user name</source>
      <translation>похоже на ссылку или имя пользователя</translation>
    </message>
    <message>
      <source>looks like a name</source>
      <translation>похоже на имя</translation>
    </message>
    <message>
      <source>looks like a network address</source>
      <translation>похоже на сетевой адрес</translation>
    </message>
    <message>
      <source>looks like a number plate</source>
      <translation>похоже на номер машины</translation>
    </message>
    <message>
      <source>looks like a place on a map</source>
      <translation>похоже на точку на карте</translation>
    </message>
    <message>
      <source>looks like a telephone number</source>
      <translation>похоже на номер телефона</translation>
    </message>
    <message>
      <source>looks like an address</source>
      <translation>похоже на адрес</translation>
    </message>
    <message>
      <source>looks like an e-mail address</source>
      <translation>похоже на адрес электронной почты</translation>
    </message>
    <message>
      <source>looks like an organisation</source>
      <translation>похоже на организацию</translation>
    </message>
    <message>
      <source>looks like the number of a document</source>
      <translation>похоже на номер документа</translation>
    </message>
    <message>
      <source>marked by hand</source>
      <translation>помечено вручную</translation>
    </message>
    <message>
      <source>may be a name</source>
      <translation>возможно, имя</translation>
    </message>
    <message>
      <source>names somebody in this vault</source>
      <translation>называет кого-то в этом хранилище</translation>
    </message>
    <message>
      <source>on the list of words to hide</source>
      <translation>в списке слов, которые нужно скрывать</translation>
    </message>
    <message>
      <source>recorded in this case</source>
      <translation>записано в этом случае</translation>
    </message>
    <message>
      <source>tells who it is in a judgment</source>
      <translation>в судебном решении показывает, кто это</translation>
    </message>
    <message>
      <source>was hidden by hand in another place</source>
      <translation>в другом месте скрыто вручную</translation>
    </message>
  </context>
  <context>
    <name>MarksTable</name>
    <message>
      <source>Hide</source>
      <translation>Скрыть</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>Оставить</translation>
    </message>
    <message>
      <source>Marks, the unsure first</source>
      <translation>Пометки, сначала сомнительные</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Отменить</translation>
    </message>
  </context>
  <context>
    <name>Notices</name>
    <message>
      <source>Consent has not been recorded yet.</source>
      <translation>Согласие ещё не записано.</translation>
    </message>
    <message>
      <source>Consent was withdrawn. This case can be read, not changed.</source>
      <translation>Согласие отозвано. Этот случай можно читать, но не менять.</translation>
    </message>
    <message>
      <source>Go back there</source>
      <translation>Вернуться туда</translation>
    </message>
    <message>
      <source>Go to consent</source>
      <translation>Перейти к согласию</translation>
    </message>
    <message>
      <source>Removed.</source>
      <translation>Удалено.</translation>
    </message>
    <message>
      <source>Reopen the case</source>
      <translation>Открыть случай снова</translation>
    </message>
    <message>
      <source>Something in “{section}” cannot be saved as it is written. It is kept as you typed it, but it does not count as an answer.</source>
      <translation>Что-то в разделе «{section}» нельзя сохранить так, как написано. Оно хранится, как вы его набрали, но ответом не считается.</translation>
    </message>
    <message>
      <source>The person asked to stop on {day}. Ask before you go on.</source>
      <translation>Человек просил остановиться: {day}. Прежде чем продолжать, спросите.</translation>
    </message>
    <message>
      <source>This case is finalised. Reopen it to change anything.</source>
      <translation>Этот случай завершён. Чтобы что-то изменить, откройте его снова.</translation>
    </message>
    <message>
      <source>Try again now</source>
      <translation>Попробовать снова сейчас</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Отменить</translation>
    </message>
    <message>
      <source>What you typed stays here and is tried again.</source>
      <translation>То, что вы набрали, остаётся здесь; программа пробует сохранить снова.</translation>
    </message>
    <message>
      <source>You have been talking for a while. Ask whether a pause, water or company would help.</source>
      <translation>Вы говорите уже довольно долго. Спросите, не помогут ли пауза, вода или чьё-то присутствие.</translation>
    </message>
  </context>
  <context>
    <name>NumberEdit</name>
    <message>
      <source>Write a number in digits, or choose why there is none.</source>
      <translation>Напишите число цифрами или выберите, почему его нет.</translation>
    </message>
  </context>
  <context>
    <name>PagedText</name>
    <message>
      <source>Next page</source>
      <translation>Следующая страница</translation>
    </message>
    <message>
      <source>Page back</source>
      <translation>Предыдущая страница</translation>
    </message>
    <message>
      <source>Page {page} of {pages}</source>
      <translation>Страница {page} из {pages}</translation>
    </message>
    <message>
      <source>This text is very long. It is shown page by page, to read.</source>
      <translation>Этот текст очень длинный. Он показан постранично, для чтения.</translation>
    </message>
  </context>
  <context>
    <name>ParaphrasePanel</name>
    <message>
      <source>Change nothing</source>
      <translation>Ничего не менять</translation>
    </message>
    <message numerus="yes">
      <source>Hidden in it, %n place(s):</source>
      <translation>
        <numerusform>Скрыто в ней, %n место:</numerusform>
        <numerusform>Скрыто в ней, %n места:</numerusform>
        <numerusform>Скрыто в ней, %n мест:</numerusform>
      </translation>
    </message>
    <message>
      <source>Looking for what names somebody</source>
      <translation>Ищем, что кого-то называет</translation>
    </message>
    <message>
      <source>Nothing was found in it. Read it as somebody who knows the family would.</source>
      <translation>Ничего не найдено. Прочтите так, как прочёл бы тот, кто знает семью.</translation>
    </message>
    <message>
      <source>Store</source>
      <translation>Сохранить</translation>
    </message>
    <message>
      <source>What leaves in its place</source>
      <translation>Что выйдет вместо этого</translation>
    </message>
    <message>
      <source>What was said</source>
      <translation>Что было сказано</translation>
    </message>
    <message>
      <source>Without a text, a word in brackets leaves.</source>
      <translation>Без текста выйдет слово в скобках.</translation>
    </message>
  </context>
  <context>
    <name>PathSheet</name>
    <message>
      <source>Cancel</source>
      <translation>Отмена</translation>
    </message>
    <message>
      <source>There is already something with this name. Write another.</source>
      <translation>Здесь уже есть что-то с таким названием. Впишите другое.</translation>
    </message>
  </context>
  <context>
    <name>QuestionRow</name>
    <message>
      <source>Does not apply</source>
      <translation>Неприменимо</translation>
    </message>
    <message>
      <source>Does not know</source>
      <translation>Не знает</translation>
    </message>
    <message>
      <source>Empty this answer</source>
      <translation>Очистить этот ответ</translation>
    </message>
    <message>
      <source>No answer to: {question}</source>
      <translation>Нет ответа на вопрос: {question}</translation>
    </message>
    <message>
      <source>No answer?</source>
      <translation>Нет ответа?</translation>
    </message>
    <message>
      <source>Not asked</source>
      <translation>Не спрашивали</translation>
    </message>
    <message>
      <source>Not saved yet</source>
      <translation>Ещё не сохранено</translation>
    </message>
    <message>
      <source>Prefers not to say</source>
      <translation>Предпочитает не говорить</translation>
    </message>
    <message>
      <source>Say why there is no answer (Ctrl+D)</source>
      <translation>Указать, почему нет ответа (Ctrl+D)</translation>
    </message>
    <message>
      <source>This does not fit the question. Check it.</source>
      <translation>Это не подходит к вопросу. Проверьте.</translation>
    </message>
    <message>
      <source>This holds characters that cannot be kept. Type it again.</source>
      <translation>Здесь есть знаки, которые нельзя сохранить. Наберите заново.</translation>
    </message>
    <message>
      <source>This is no date. Check it.</source>
      <translation>Это не дата. Проверьте.</translation>
    </message>
    <message>
      <source>This is not one of the choices.</source>
      <translation>Такого варианта нет среди предложенных.</translation>
    </message>
    <message>
      <source>This is too long to be kept here. Shorten it, or write it in the account.</source>
      <translation>Это слишком длинно, чтобы хранить здесь. Сократите или запишите в рассказе.</translation>
    </message>
    <message>
      <source>This lies outside what is possible. Check it.</source>
      <translation>Это выходит за пределы возможного. Проверьте.</translation>
    </message>
  </context>
  <context>
    <name>QueueHead</name>
    <message numerus="yes">
      <source>%n undecided</source>
      <translation>
        <numerusform>%n не решена</numerusform>
        <numerusform>%n не решены</numerusform>
        <numerusform>%n не решено</numerusform>
      </translation>
    </message>
    <message>
      <source>Reviewed, a change is wanted.</source>
      <translation>Просмотрено, просят изменить.</translation>
    </message>
    <message>
      <source>Reviewed, second look missing.</source>
      <translation>Просмотрено, нет второго просмотра.</translation>
    </message>
    <message>
      <source>Reviewed, seen by {name}.</source>
      <translation>Просмотрено, второй просмотр: {name}.</translation>
    </message>
    <message>
      <source>Reviewed.</source>
      <translation>Просмотрено.</translation>
    </message>
    <message>
      <source>Statement to review</source>
      <translation>Рассказ для просмотра</translation>
    </message>
    <message>
      <source>a change is wanted</source>
      <translation>просят изменить</translation>
    </message>
    <message>
      <source>not finished yet</source>
      <translation>ещё не закончено</translation>
    </message>
    <message>
      <source>not looked at yet</source>
      <translation>ещё не просматривалось</translation>
    </message>
    <message>
      <source>reviewed</source>
      <translation>просмотрено</translation>
    </message>
    <message>
      <source>second look missing</source>
      <translation>нет второго просмотра</translation>
    </message>
    <message>
      <source>seen by {name}</source>
      <translation>второй просмотр: {name}</translation>
    </message>
    <message>
      <source>{done} of {all} decided</source>
      <translation>решено {done} из {all}</translation>
    </message>
  </context>
  <context>
    <name>ReadBackCard</name>
    <message>
      <source>Asked again: it stands</source>
      <translation>Переспросили: остаётся в силе</translation>
    </message>
    <message>
      <source>Change something</source>
      <translation>Что-то изменить</translation>
    </message>
    <message>
      <source>Consent has not been asked yet.</source>
      <translation>Согласия ещё не спрашивали.</translation>
    </message>
    <message>
      <source>For anything else the account is not used.</source>
      <translation>Ни для чего другого рассказ не используется.</translation>
    </message>
    <message>
      <source>It stands</source>
      <translation>Остаётся в силе</translation>
    </message>
    <message>
      <source>Read this back, and ask whether it stands</source>
      <translation>Прочитайте это вслух и спросите, остаётся ли это в силе</translation>
    </message>
  </context>
  <context>
    <name>ReceiptPanel</name>
    <message>
      <source>Bundle</source>
      <translation>Комплект</translation>
    </message>
    <message>
      <source>Cases</source>
      <translation>Случаи</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Файл</translation>
    </message>
    <message>
      <source>Hand over your public key</source>
      <translation>Передать свой открытый ключ</translation>
    </message>
    <message>
      <source>Hand the file over on a stick or send it; only the recipient's key opens it. Tell the recipient the first and the last eight characters of the SHA-256 by voice, so that a changed file is noticed.</source>
      <translation>Передайте файл на флешке или отправьте его; открыть его может только ключ получателя. Назовите получателю голосом первые и последние восемь знаков SHA-256, чтобы подменённый файл заметили.</translation>
    </message>
    <message>
      <source>SHA-256</source>
      <translation>SHA-256</translation>
    </message>
    <message>
      <source>The recipient needs your public key once, to see that the bundle is yours.</source>
      <translation>Получателю один раз нужен ваш открытый ключ: по нему видно, что комплект от вас.</translation>
    </message>
    <message>
      <source>Written, read back, and found whole</source>
      <translation>Записано, прочитано обратно, всё цело</translation>
    </message>
  </context>
  <context>
    <name>RecordCard</name>
    <message>
      <source>Close</source>
      <translation>Закрыть</translation>
    </message>
    <message>
      <source>Close {record}</source>
      <translation>Закрыть: {record}</translation>
    </message>
    <message>
      <source>Done by</source>
      <translation>Кем совершено</translation>
    </message>
    <message>
      <source>Done to</source>
      <translation>В отношении кого</translation>
    </message>
    <message>
      <source>In this case</source>
      <translation>В этом случае</translation>
    </message>
    <message>
      <source>Not saved yet</source>
      <translation>Ещё не сохранено</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Открыть</translation>
    </message>
    <message>
      <source>Open {record}</source>
      <translation>Открыть: {record}</translation>
    </message>
    <message>
      <source>Remove {record}</source>
      <translation>Удалить: {record}</translation>
    </message>
  </context>
  <context>
    <name>RecordsPanel</name>
    <message>
      <source>Add a person</source>
      <translation>Добавить человека</translation>
    </message>
    <message>
      <source>Add an event</source>
      <translation>Добавить событие</translation>
    </message>
    <message>
      <source>Event {number}</source>
      <translation>Событие {number}</translation>
    </message>
    <message>
      <source>Everybody the account names stands here, also those who did it.</source>
      <translation>Здесь все, кто назван в рассказе, также и те, кто это сделал.</translation>
    </message>
    <message>
      <source>Nothing is recorded here yet.</source>
      <translation>Здесь пока ничего не записано.</translation>
    </message>
  </context>
  <context>
    <name>RequestPanel</name>
    <message>
      <source>Add a key file</source>
      <translation>Добавить файл ключа</translation>
    </message>
    <message>
      <source>For what, and to whom</source>
      <translation>Для чего и кому</translation>
    </message>
    <message>
      <source>Groups below 5 people can point to somebody. Choose this only on purpose.</source>
      <translation>Группы меньше 5 человек могут указать на кого-то. Выбирайте это только намеренно.</translation>
    </message>
    <message>
      <source>No key is known yet. Add the public key file that the recipient gave you.</source>
      <translation>Ни одного ключа пока нет. Добавьте файл открытого ключа, который дал вам получатель.</translation>
    </message>
    <message>
      <source>Purpose</source>
      <translation>Цель</translation>
    </message>
    <message>
      <source>Recipients belong to</source>
      <translation>Получатели относятся к группе</translation>
    </message>
    <message>
      <source>Report written in</source>
      <translation>Язык отчёта</translation>
    </message>
    <message>
      <source>Smallest group of people alike</source>
      <translation>Наименьшая группа похожих людей</translation>
    </message>
    <message>
      <source>This vault is set to groups of {usual} people. Choose fewer only on purpose.</source>
      <translation>Для этого хранилища заданы группы от {usual} человек. Выбирайте меньше только намеренно.</translation>
    </message>
    <message>
      <source>What leaves</source>
      <translation>Что выходит</translation>
    </message>
    <message>
      <source>Who can open it</source>
      <translation>Кто сможет открыть</translation>
    </message>
  </context>
  <context>
    <name>ReviewPage</name>
    <message numerus="yes">
      <source>%n mark(s) still to decide</source>
      <translation>
        <numerusform>Осталось решить: %n пометка</numerusform>
        <numerusform>Осталось решить: %n пометки</numerusform>
        <numerusform>Осталось решить: %n пометок</numerusform>
      </translation>
    </message>
    <message>
      <source>&amp;Finish this review</source>
      <translation>&amp;Завершить просмотр</translation>
    </message>
    <message>
      <source>Every statement is reviewed.</source>
      <translation>Все рассказы просмотрены.</translation>
    </message>
    <message>
      <source>Go to the cases</source>
      <translation>Перейти к случаям</translation>
    </message>
    <message>
      <source>Looking for what names somebody</source>
      <translation>Ищем, что кого-то называет</translation>
    </message>
    <message>
      <source>Mark what was missed</source>
      <translation>Отметить пропущенное</translation>
    </message>
    <message>
      <source>No recogniser knows this language: every word with a capital is proposed. Look for what has none.</source>
      <translation>Ни один распознаватель не знает этого языка: предлагается каждое слово с большой буквы. Ищите то, что с маленькой.</translation>
    </message>
    <message>
      <source>Review before sharing</source>
      <translation>Просмотр перед передачей</translation>
    </message>
    <message>
      <source>Shift selects, A hides, 1 to 6 say what it is, Esc goes back</source>
      <translation>Shift выделяет, A скрывает, 1–6 говорят, что это, Esc — назад</translation>
    </message>
    <message>
      <source>Statement</source>
      <translation>Рассказ</translation>
    </message>
    <message>
      <source>There is no statement to review yet.</source>
      <translation>Пока нет рассказов для просмотра.</translation>
    </message>
    <message>
      <source>This review is finished.</source>
      <translation>Этот просмотр закончен.</translation>
    </message>
    <message>
      <source>Version for sharing…</source>
      <translation>Версия для передачи…</translation>
    </message>
    <message>
      <source>What leaves this laptop</source>
      <translation>Что выходит с этого ноутбука</translation>
    </message>
    <message>
      <source>Words in brackets stand for what is hidden. A bundle has them in English, whatever the language of this window.</source>
      <translation>Слова в скобках стоят на месте скрытого. В комплекте они всегда по-английски, на каком бы языке ни было это окно.</translation>
    </message>
    <message>
      <source>{done} is reviewed.</source>
      <translation>Проверено: {done}.</translation>
    </message>
    <message>
      <source>{done} is reviewed. Next: {next}.</source>
      <translation>Проверено: {done}. Дальше: {next}.</translation>
    </message>
  </context>
  <context>
    <name>Scribe</name>
    <message>
      <source>The text is not saved yet. Mark the words again.</source>
      <translation>Текст ещё не сохранён. Отметьте слова ещё раз.</translation>
    </message>
  </context>
  <context>
    <name>SearchedChoices</name>
    <message>
      <source>Type to find a choice</source>
      <translation>Введите часть слова, чтобы найти</translation>
    </message>
    <message>
      <source>Type to find a choice, or add your own</source>
      <translation>Введите часть слова, чтобы найти, или добавьте своё</translation>
    </message>
  </context>
  <context>
    <name>SecondLook</name>
    <message numerus="yes">
      <source>%n statement(s) stayed out: no consent to be quoted, or somebody is still named.</source>
      <translation>
        <numerusform>%n рассказ не вошёл: нет согласия на цитирование, или кто-то ещё назван.</numerusform>
        <numerusform>%n рассказа не вошли: нет согласия на цитирование, или кто-то ещё назван.</numerusform>
        <numerusform>%n рассказов не вошли: нет согласия на цитирование, или кто-то ещё назван.</numerusform>
      </translation>
    </message>
    <message>
      <source>A request from a colleague</source>
      <translation>Просьба коллеги</translation>
    </message>
    <message>
      <source>An answer to a request</source>
      <translation>Ответ на просьбу</translation>
    </message>
    <message>
      <source>Ask for a second look</source>
      <translation>Попросить о втором просмотре</translation>
    </message>
    <message>
      <source>Choose the file that you were given</source>
      <translation>Выберите файл, который вам передали</translation>
    </message>
    <message>
      <source>Let somebody else look</source>
      <translation>Пусть просмотрит кто-то другой</translation>
    </message>
    <message>
      <source>Open this file</source>
      <translation>Открыть этот файл</translation>
    </message>
    <message>
      <source>Recording the look.</source>
      <translation>Просмотр записывается.</translation>
    </message>
    <message>
      <source>Reviewed, and looked at by {name}.</source>
      <translation>Проверено; второй просмотр: {name}.</translation>
    </message>
    <message>
      <source>Reviewed, but a colleague wants a change first.</source>
      <translation>Проверено, но коллега просит сначала что-то изменить.</translation>
    </message>
    <message>
      <source>Reviewed. A second look is next.</source>
      <translation>Проверено. Дальше — второй просмотр.</translation>
    </message>
    <message>
      <source>The answer is in {path}. Give it to whoever asked.</source>
      <translation>Ответ в файле {path}. Передайте его тому, кто просил.</translation>
    </message>
    <message>
      <source>The request is in {path}. Give it to {name}.</source>
      <translation>Просьба в файле {path}. Передайте её: {name}.</translation>
    </message>
    <message>
      <source>Where to write the file</source>
      <translation>Куда записать файл</translation>
    </message>
    <message>
      <source>Write here</source>
      <translation>Записать сюда</translation>
    </message>
  </context>
  <context>
    <name>SectionList</name>
    <message>
      <source>Begun, not done yet</source>
      <translation>Начато, ещё не сделано</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Сделано</translation>
    </message>
    <message>
      <source>Not begun</source>
      <translation>Не начато</translation>
    </message>
    <message>
      <source>Skipped</source>
      <translation>Пропущено</translation>
    </message>
    <message>
      <source>Something in it is not saved yet</source>
      <translation>Что-то в нём ещё не сохранено</translation>
    </message>
  </context>
  <context>
    <name>StatementMenu</name>
    <message>
      <source>&amp;Copy inside Intake</source>
      <translation>&amp;Копировать внутри Intake</translation>
    </message>
    <message>
      <source>&amp;Paste</source>
      <translation>&amp;Вставить</translation>
    </message>
    <message>
      <source>Cu&amp;t</source>
      <translation>Выре&amp;зать</translation>
    </message>
    <message>
      <source>Select &amp;all</source>
      <translation>В&amp;ыделить всё</translation>
    </message>
  </context>
  <context>
    <name>StatementPanel</name>
    <message numerus="yes">
      <source>%n mark(s). Select words to mark them.</source>
      <translation>
        <numerusform>%n пометка. Выделите слова, чтобы пометить их.</numerusform>
        <numerusform>%n пометки. Выделите слова, чтобы пометить их.</numerusform>
        <numerusform>%n пометок. Выделите слова, чтобы пометить их.</numerusform>
      </translation>
    </message>
    <message>
      <source>&amp;Finalise the statement</source>
      <translation>&amp;Завершить рассказ</translation>
    </message>
    <message>
      <source>Finalised. Reopen it to change it.</source>
      <translation>Завершён. Чтобы изменить, откройте его снова.</translation>
    </message>
    <message>
      <source>Not saved yet</source>
      <translation>Ещё не сохранено</translation>
    </message>
    <message>
      <source>Re&amp;open the statement</source>
      <translation>Открыть &amp;рассказ снова</translation>
    </message>
    <message>
      <source>Remove this mark</source>
      <translation>Убрать эту пометку</translation>
    </message>
    <message>
      <source>Versions of the account</source>
      <translation>Варианты рассказа</translation>
    </message>
  </context>
  <context>
    <name>StatementSide</name>
    <message>
      <source>Add an event</source>
      <translation>Добавить событие</translation>
    </message>
    <message>
      <source>Beside the account</source>
      <translation>Рядом с рассказом</translation>
    </message>
    <message>
      <source>My own notes</source>
      <translation>Мои заметки</translation>
    </message>
    <message>
      <source>Timeline</source>
      <translation>Ход событий</translation>
    </message>
    <message>
      <source>What happened, one event at a time, as it comes up.</source>
      <translation>Что произошло: по одному событию, по мере рассказа.</translation>
    </message>
  </context>
  <context>
    <name>StopSheet</name>
    <message>
      <source>End here, without consent?</source>
      <translation>Закончить здесь, без согласия?</translation>
    </message>
    <message>
      <source>Everything said so far is saved. Ask how the person is, and whether they would like help or company now. The interview can be taken up another day.</source>
      <translation>Всё сказанное сохранено. Спросите, как человек себя чувствует и не нужна ли сейчас помощь или чьё-то присутствие. К беседе можно вернуться в другой день.</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>Продолжить</translation>
    </message>
    <message>
      <source>Stop here</source>
      <translation>Остановить</translation>
    </message>
    <message>
      <source>Stop the interview here?</source>
      <translation>Остановить беседу здесь?</translation>
    </message>
    <message>
      <source>Thank the person; no reason is needed. Ask nothing more. Help and referrals do not depend on an interview. What was written so far stays on this laptop only, until you erase the case.</source>
      <translation>Поблагодарите человека; объяснять причину не нужно. Больше ни о чём не спрашивайте. Помощь и направления не зависят от беседы. Записанное остаётся только на этом ноутбуке, пока вы не сотрёте случай.</translation>
    </message>
  </context>
  <context>
    <name>Timeline</name>
    <message>
      <source>Day not known</source>
      <translation>День неизвестен</translation>
    </message>
    <message>
      <source>Nothing is recorded yet</source>
      <translation>Пока ничего не записано</translation>
    </message>
    <message>
      <source>Open this event</source>
      <translation>Открыть это событие</translation>
    </message>
  </context>
  <context>
    <name>UseCard</name>
    <message>
      <source>Change</source>
      <translation>Изменить</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Закрыть</translation>
    </message>
    <message>
      <source>Not saved yet</source>
      <translation>Ещё не сохранено</translation>
    </message>
    <message>
      <source>Withdrawn</source>
      <translation>Отозвано</translation>
    </message>
  </context>
  <context>
    <name>UseTerms</name>
    <message>
      <source>Choose a fact</source>
      <translation>Выберите сведение</translation>
    </message>
    <message>
      <source>Conditions, in the person's own words</source>
      <translation>Условия, словами самого человека</translation>
    </message>
    <message>
      <source>Do not leave out: {fact}</source>
      <translation>Больше не исключать: {fact}</translation>
    </message>
    <message>
      <source>Leave out</source>
      <translation>Исключить</translation>
    </message>
    <message>
      <source>Not before (day)</source>
      <translation>Не раньше (день)</translation>
    </message>
    <message>
      <source>Somebody has made sure that these are met</source>
      <translation>Кто-то убедился, что они выполнены</translation>
    </message>
    <message>
      <source>Until (day)</source>
      <translation>До (день)</translation>
    </message>
    <message>
      <source>Who may receive it</source>
      <translation>Кто может получить</translation>
    </message>
    <message>
      <source>Write a day as year-month-day, for example 2027-12-31. As long as no day can be read here, this use is not allowed.</source>
      <translation>Пишите день как год-месяц-день, например 2027-12-31. Пока здесь не прочитать дня, такое использование не разрешено.</translation>
    </message>
    <message>
      <source>such as 2026-06-01</source>
      <translation>например 2026-06-01</translation>
    </message>
    <message>
      <source>such as 2027-12-31</source>
      <translation>например 2027-12-31</translation>
    </message>
  </context>
  <context>
    <name>WeightsCard</name>
    <message>
      <source>All as &amp;usual</source>
      <translation>Всё как &amp;обычно</translation>
    </message>
    <message>
      <source>How much it matters to keep: {facts}</source>
      <translation>Насколько важно сохранить: {facts}</translation>
    </message>
    <message>
      <source>People by how much of a fact leaves. Full: all that any bundle tells. Pale: coarser. Empty: left out. Hatched: who stays out.</source>
      <translation>Люди по тому, сколько из факта передаётся. Полный цвет: всё, что говорит любой комплект. Бледный: грубее. Пусто: не передаётся. Штриховка: кто не передаётся.</translation>
    </message>
    <message>
      <source>What is kept finer makes something else coarser. Try it: nothing leaves yet.</source>
      <translation>Что остаётся точнее, делает другое грубее. Попробуйте: пока ничего не передаётся.</translation>
    </message>
    <message>
      <source>What matters most</source>
      <translation>Что важнее всего</translation>
    </message>
  </context>
  <context>
    <name>WhoPanel</name>
    <message numerus="yes">
      <source>%n case(s) leave.</source>
      <translation>
        <numerusform>Выходит %n случай.</numerusform>
        <numerusform>Выходят %n случая.</numerusform>
        <numerusform>Выходит %n случаев.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n group(s) of earlier bundles leave again, exactly as before.</source>
      <translation>
        <numerusform>%n группа более ранних комплектов выходит снова, в точности как раньше.</numerusform>
        <numerusform>%n группы более ранних комплектов выходят снова, в точности как раньше.</numerusform>
        <numerusform>%n групп более ранних комплектов выходят снова, в точности как раньше.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n group(s) of earlier bundles never leave again: something in them was changed, or somebody is gone or has taken consent back.</source>
      <translation>
        <numerusform>%n группа более ранних комплектов больше никогда не выйдет: в ней что-то изменилось, или кого-то больше нет, или кто-то отозвал согласие.</numerusform>
        <numerusform>%n группы более ранних комплектов больше никогда не выйдут: в них что-то изменилось, или кого-то больше нет, или кто-то отозвал согласие.</numerusform>
        <numerusform>%n групп более ранних комплектов больше никогда не выйдут: в них что-то изменилось, или кого-то больше нет, или кто-то отозвал согласие.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n statement(s) leave with them.</source>
      <translation>
        <numerusform>С ними выходит %n рассказ.</numerusform>
        <numerusform>С ними выходят %n рассказа.</numerusform>
        <numerusform>С ними выходит %n рассказов.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n statement(s) still need review. Finish them on the Review page, or export records.</source>
      <translation>
        <numerusform>%n рассказ ещё нужно просмотреть. Завершите на странице «Просмотр» или передайте только записи.</numerusform>
        <numerusform>%n рассказа ещё нужно просмотреть. Завершите на странице «Просмотр» или передайте только записи.</numerusform>
        <numerusform>%n рассказов ещё нужно просмотреть. Завершите на странице «Просмотр» или передайте только записи.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n statement(s) wait for a second look. Ask on the Review page, or export records.</source>
      <translation>
        <numerusform>%n рассказ ждёт второго просмотра. Попросите на странице проверки или экспортируйте записи.</numerusform>
        <numerusform>%n рассказа ждут второго просмотра. Попросите на странице проверки или экспортируйте записи.</numerusform>
        <numerusform>%n рассказов ждут второго просмотра. Попросите на странице проверки или экспортируйте записи.</numerusform>
      </translation>
    </message>
    <message>
      <source>Kept by decision, though each may be a name: {words}</source>
      <translation>Оставлено по решению, хотя каждое может быть именем: {words}</translation>
    </message>
    <message>
      <source>Nobody leaves.</source>
      <translation>Никто не уходит.</translation>
    </message>
    <message>
      <source>Nobody.</source>
      <translation>Никто.</translation>
    </message>
    <message>
      <source>Who stays out, and why</source>
      <translation>Кто остаётся и почему</translation>
    </message>
  </context>
  <context>
    <name>WideRow</name>
    <message>
      <source>Always hide</source>
      <translation>Всегда скрывать</translation>
    </message>
    <message numerus="yes">
      <source>Hide the same in %n other place(s)</source>
      <translation>
        <numerusform>Скрыть то же ещё в %n месте</numerusform>
        <numerusform>Скрыть то же ещё в %n местах</numerusform>
        <numerusform>Скрыть то же ещё в %n местах</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Hide {who} in %n place(s)</source>
      <translation>
        <numerusform>Скрыть {who} в %n месте</numerusform>
        <numerusform>Скрыть {who} в %n местах</numerusform>
        <numerusform>Скрыть {who} в %n местах</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Keep the same in %n other place(s)</source>
      <translation>
        <numerusform>Оставить то же ещё в %n месте</numerusform>
        <numerusform>Оставить то же ещё в %n местах</numerusform>
        <numerusform>Оставить то же ещё в %n местах</numerusform>
      </translation>
    </message>
    <message>
      <source>Never a name here</source>
      <translation>Здесь никогда не имя</translation>
    </message>
  </context>
  <context>
    <name>consent</name>
    <message>
      <source>A guardian</source>
      <translation>Опекун</translation>
    </message>
    <message>
      <source>A guardian, and the child agrees</source>
      <translation>Опекун, и ребёнок согласен</translation>
    </message>
    <message>
      <source>A national court</source>
      <translation>Национальный суд</translation>
    </message>
    <message>
      <source>A partner organisation</source>
      <translation>Партнёрская организация</translation>
    </message>
    <message>
      <source>A public report</source>
      <translation>Публичный доклад</translation>
    </message>
    <message>
      <source>A record without names, made coarse until nobody stands out.</source>
      <translation>Запись без имён, обобщённая так, чтобы никто не выделялся.</translation>
    </message>
    <message>
      <source>An international court</source>
      <translation>Международный суд</translation>
    </message>
    <message>
      <source>Analysis of patterns by code</source>
      <translation>Анализ закономерностей по коду</translation>
    </message>
    <message>
      <source>As a number</source>
      <translation>Как число</translation>
    </message>
    <message>
      <source>As a record without a name</source>
      <translation>Как запись без имени</translation>
    </message>
    <message>
      <source>Contacting the person again</source>
      <translation>Повторная связь с человеком</translation>
    </message>
    <message>
      <source>Counted among others; the person is never a row.</source>
      <translation>Считается среди других; человек никогда не отдельная строка.</translation>
    </message>
    <message>
      <source>Counts and statistics</source>
      <translation>Подсчёты и статистика</translation>
    </message>
    <message>
      <source>During the interview: {acts}</source>
      <translation>Во время беседы: {acts}</translation>
    </message>
    <message>
      <source>Keeping copies of documents</source>
      <translation>Хранение копий документов</translation>
    </message>
    <message>
      <source>Left out: {facts}</source>
      <translation>Исключено: {facts}</translation>
    </message>
    <message>
      <source>Media</source>
      <translation>СМИ</translation>
    </message>
    <message>
      <source>No</source>
      <translation>Нет</translation>
    </message>
    <message>
      <source>Not at all</source>
      <translation>Никак</translation>
    </message>
    <message>
      <source>Not before {day}</source>
      <translation>Не раньше {day}</translation>
    </message>
    <message>
      <source>Nothing of the account is used for it.</source>
      <translation>Из рассказа для этого ничего не используется.</translation>
    </message>
    <message>
      <source>On condition: {conditions}</source>
      <translation>При условии: {conditions}</translation>
    </message>
    <message>
      <source>Only as a number among others</source>
      <translation>Только как число среди других</translation>
    </message>
    <message>
      <source>Photographs</source>
      <translation>Фотографии</translation>
    </message>
    <message>
      <source>Quoting the statement, redacted</source>
      <translation>Цитирование рассказа, обезличенно</translation>
    </message>
    <message>
      <source>Recorded</source>
      <translation>Записано</translation>
    </message>
    <message>
      <source>Referral to help</source>
      <translation>Направление за помощью</translation>
    </message>
    <message>
      <source>Research and archives</source>
      <translation>Исследования и архивы</translation>
    </message>
    <message>
      <source>Sealed, for one named recipient: not in this version. No name leaves in a bundle.</source>
      <translation>Запечатано, для одного названного получателя: в этой версии этого нет. В комплекте имя никогда не уходит.</translation>
    </message>
    <message>
      <source>Sound recording</source>
      <translation>Звукозапись</translation>
    </message>
    <message>
      <source>Spoken</source>
      <translation>Устно</translation>
    </message>
    <message>
      <source>The person</source>
      <translation>Сам человек</translation>
    </message>
    <message>
      <source>To any recipient</source>
      <translation>Любому получателю</translation>
    </message>
    <message>
      <source>To nobody yet: choose who may receive it</source>
      <translation>Пока никому: выберите, кто может получить</translation>
    </message>
    <message>
      <source>To: {groups}</source>
      <translation>Кому: {groups}</translation>
    </message>
    <message>
      <source>United Nations</source>
      <translation>Организация Объединённых Наций</translation>
    </message>
    <message>
      <source>United Nations mechanisms</source>
      <translation>Механизмы Организации Объединённых Наций</translation>
    </message>
    <message>
      <source>Until {day}</source>
      <translation>До {day}</translation>
    </message>
    <message>
      <source>Video recording</source>
      <translation>Видеозапись</translation>
    </message>
    <message>
      <source>With the name (not in this version)</source>
      <translation>С именем (нет в этой версии)</translation>
    </message>
    <message>
      <source>Without a name</source>
      <translation>Без имени</translation>
    </message>
    <message>
      <source>Written</source>
      <translation>Письменно</translation>
    </message>
    <message>
      <source>Written notes</source>
      <translation>Письменные заметки</translation>
    </message>
    <message>
      <source>analysts</source>
      <translation>аналитики</translation>
    </message>
    <message>
      <source>anyone of these</source>
      <translation>любой из них</translation>
    </message>
    <message>
      <source>courts</source>
      <translation>суды</translation>
    </message>
    <message>
      <source>only counts</source>
      <translation>только количества</translation>
    </message>
    <message>
      <source>our office</source>
      <translation>наш офис</translation>
    </message>
    <message>
      <source>our team</source>
      <translation>наша команда</translation>
    </message>
    <message>
      <source>partners</source>
      <translation>партнёры</translation>
    </message>
    <message>
      <source>the public</source>
      <translation>общественность</translation>
    </message>
    <message>
      <source>with a statement</source>
      <translation>с рассказом</translation>
    </message>
  </context>
  <context>
    <name>dates</name>
    <message>
      <source>about {date}</source>
      <translation>около {date}</translation>
    </message>
    <message>
      <source>from {first} to {last}</source>
      <translation>с {first} по {last}</translation>
    </message>
    <message>
      <source>since {date}</source>
      <translation>с {date}</translation>
    </message>
    <message>
      <source>until {date}</source>
      <translation>до {date}</translation>
    </message>
    <message>
      <source>{date}, not certain</source>
      <translation>{date}, не точно</translation>
    </message>
  </context>
  <context>
    <name>export</name>
    <message>
      <source>Age</source>
      <translation>Возраст</translation>
    </message>
    <message>
      <source>All other details</source>
      <translation>Все прочие подробности</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>Ответ</translation>
    </message>
    <message>
      <source>As recorded</source>
      <translation>Как записано</translation>
    </message>
    <message>
      <source>Consent is over or has not begun</source>
      <translation>Согласие закончилось или ещё не началось</translation>
    </message>
    <message>
      <source>Consent withdrawn</source>
      <translation>Согласие отозвано</translation>
    </message>
    <message>
      <source>Everybody in a group gave the same answer, or somebody wished it</source>
      <translation>Все в группе ответили одинаково, или кто-то этого пожелал</translation>
    </message>
    <message>
      <source>Fact</source>
      <translation>Факт</translation>
    </message>
    <message>
      <source>Groups of fewer than 5 people were allowed on purpose.</source>
      <translation>Группы меньше 5 человек разрешены намеренно.</translation>
    </message>
    <message>
      <source>Groups smaller than this vault's setting were allowed on purpose.</source>
      <translation>Намеренно разрешены группы меньше, чем задано в этом хранилище.</translation>
    </message>
    <message>
      <source>It tells where somebody is now</source>
      <translation>Это показывает, где человек сейчас</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Язык</translation>
    </message>
    <message>
      <source>Left out</source>
      <translation>Исключено</translation>
    </message>
    <message>
      <source>Left together with others before, and not all of them can leave now</source>
      <translation>Человек вышел раньше вместе с другими, и сейчас не все они могут выйти</translation>
    </message>
    <message>
      <source>Made coarse</source>
      <translation>Обобщено</translation>
    </message>
    <message>
      <source>No bundle tells more of it</source>
      <translation>Больше этого не говорит ни один комплект</translation>
    </message>
    <message>
      <source>No consent for this use and recipient</source>
      <translation>Нет согласия на эту цель и этого получателя</translation>
    </message>
    <message>
      <source>No person has reviewed the statements in this bundle: every mark is a machine's.</source>
      <translation>Никто из людей не просмотрел рассказы в этом комплекте: все пометки машинные.</translation>
    </message>
    <message>
      <source>Nobody gave an answer that may leave</source>
      <translation>Никто не дал ответа, который можно передать</translation>
    </message>
    <message>
      <source>Not finalised yet</source>
      <translation>Ещё не завершён</translation>
    </message>
    <message>
      <source>One line for each person, made coarse until nobody stands out.</source>
      <translation>Одна строка на человека, обобщённая так, чтобы никто не выделялся.</translation>
    </message>
    <message>
      <source>Other persons in the account, as a band</source>
      <translation>Другие лица в рассказе, в пределах</translation>
    </message>
    <message>
      <source>People</source>
      <translation>Людей</translation>
    </message>
    <message>
      <source>Places</source>
      <translation>Места</translation>
    </message>
    <message>
      <source>Random number of the person's row</source>
      <translation>Случайный номер строки человека</translation>
    </message>
    <message>
      <source>Random number of the row</source>
      <translation>Случайный номер строки</translation>
    </message>
    <message>
      <source>Records</source>
      <translation>Записи</translation>
    </message>
    <message>
      <source>Records and statements</source>
      <translation>Записи и рассказы</translation>
    </message>
    <message>
      <source>Sex</source>
      <translation>Пол</translation>
    </message>
    <message>
      <source>Statements stayed out because no person reviewed their marks.</source>
      <translation>Рассказы не вошли, потому что их пометки не просмотрел человек.</translation>
    </message>
    <message>
      <source>Statements stayed out because they have changed since an earlier bundle.</source>
      <translation>Рассказы не передаются: они изменились после более раннего комплекта.</translation>
    </message>
    <message>
      <source>Statements stayed out because they would have named somebody.</source>
      <translation>Рассказы не передаются: они назвали бы кого-то по имени.</translation>
    </message>
    <message>
      <source>Statements stayed out because this vault is set to let none leave.</source>
      <translation>Рассказы остались здесь, потому что в этом хранилище задано не передавать их.</translation>
    </message>
    <message>
      <source>Statistics</source>
      <translation>Статистика</translation>
    </message>
    <message>
      <source>Tables of counts. Nobody is a row.</source>
      <translation>Таблицы подсчётов. Никто не отдельная строка.</translation>
    </message>
    <message>
      <source>Targeted group</source>
      <translation>Преследуемая группа</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>Текст</translation>
    </message>
    <message>
      <source>The lines, and reviewed statements in a file of their own.</source>
      <translation>Строки и просмотренные рассказы в отдельном файле.</translation>
    </message>
    <message>
      <source>The person left in an earlier bundle</source>
      <translation>Человек уже вышел в более раннем комплекте</translation>
    </message>
    <message>
      <source>The person wished something left out, in own words: record what is meant, then clear the words (consent, or the question at the end)</source>
      <translation>Человек своими словами попросил что-то не включать: запишите, что имеется в виду, затем очистите эти слова (согласие или последний вопрос)</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>Время</translation>
    </message>
    <message>
      <source>Too few people are alike for rows: only counts leave.</source>
      <translation>Похожих людей слишком мало для строк: выходят только подсчёты.</translation>
    </message>
    <message>
      <source>Two versions are here: decide on the Team page</source>
      <translation>Здесь две версии: решите на странице «Команда»</translation>
    </message>
    <message>
      <source>What was done</source>
      <translation>Что сделали</translation>
    </message>
    <message>
      <source>Which text</source>
      <translation>Какой текст</translation>
    </message>
    <message>
      <source>Why there is no number</source>
      <translation>Почему нет числа</translation>
    </message>
    <message>
      <source>With more of it, too few people would look alike</source>
      <translation>Если подробнее, слишком мало людей были бы похожи</translation>
    </message>
    <message>
      <source>Would stand out: can leave once more people like them are here</source>
      <translation>Выделялся бы: сможет выйти, когда здесь будет больше похожих людей</translation>
    </message>
    <message>
      <source>You gave it up</source>
      <translation>Вы этим пожертвовали</translation>
    </message>
    <message>
      <source>as recorded</source>
      <translation>как записано</translation>
    </message>
    <message>
      <source>as usual</source>
      <translation>как обычно</translation>
    </message>
    <message>
      <source>fewer than 5</source>
      <translation>менее 5</translation>
    </message>
    <message>
      <source>give up</source>
      <translation>пожертвовать</translation>
    </message>
    <message>
      <source>in broad bands</source>
      <translation>широкими группами</translation>
    </message>
    <message>
      <source>in narrow bands</source>
      <translation>узкими группами</translation>
    </message>
    <message>
      <source>in wide bands</source>
      <translation>средними группами</translation>
    </message>
    <message>
      <source>left out</source>
      <translation>исключено</translation>
    </message>
    <message>
      <source>matters little</source>
      <translation>мало важно</translation>
    </message>
    <message>
      <source>matters more</source>
      <translation>важнее</translation>
    </message>
    <message>
      <source>matters most</source>
      <translation>важнее всего</translation>
    </message>
    <message>
      <source>only a group of countries</source>
      <translation>только группа стран</translation>
    </message>
    <message>
      <source>only the choices of the questionnaire</source>
      <translation>только варианты из опросника</translation>
    </message>
    <message>
      <source>only the coarser group</source>
      <translation>только более общая группа</translation>
    </message>
    <message>
      <source>only the coarser groups</source>
      <translation>только более общие группы</translation>
    </message>
    <message>
      <source>only the country</source>
      <translation>только страна</translation>
    </message>
    <message>
      <source>only the quarter of the year</source>
      <translation>только квартал года</translation>
    </message>
    <message>
      <source>only the region</source>
      <translation>только регион</translation>
    </message>
    <message>
      <source>only the year</source>
      <translation>только год</translation>
    </message>
    <message>
      <source>{fact} · why it is empty</source>
      <translation>{fact} · почему пусто</translation>
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
      <translation>Число</translation>
    </message>
    <message>
      <source>Organisation</source>
      <translation>Организация</translation>
    </message>
    <message>
      <source>Other</source>
      <translation>Другое</translation>
    </message>
    <message>
      <source>Person</source>
      <translation>Человек</translation>
    </message>
    <message>
      <source>Place</source>
      <translation>Место</translation>
    </message>
  </context>
  <context>
    <name>reasons</name>
    <message>
      <source>Case: {cases}.</source>
      <translation>Падеж: {cases}.</translation>
    </message>
    <message>
      <source>It can be {form} ({cases}).</source>
      <translation>Возможно, это {form} (падеж: {cases}).</translation>
    </message>
    <message>
      <source>It can be {form}.</source>
      <translation>Возможно, это {form}.</translation>
    </message>
    <message>
      <source>It is another form of the recorded name: short, fond, or of another language.</source>
      <translation>Это другая форма записанного имени: краткая, ласковая или из другого языка.</translation>
    </message>
    <message>
      <source>It is cut or spaced out.</source>
      <translation>Разорвано или разбито на буквы.</translation>
    </message>
    <message>
      <source>It is spelled otherwise than recorded.</source>
      <translation>Написано иначе, чем в записи.</translation>
    </message>
    <message>
      <source>It is written as it is recorded.</source>
      <translation>Написано так, как записано.</translation>
    </message>
    <message>
      <source>It stands inside a longer word.</source>
      <translation>Стоит внутри более длинного слова.</translation>
    </message>
    <message>
      <source>Its ending is not the recorded one.</source>
      <translation>Окончание не то, что в записи.</translation>
    </message>
    <message>
      <source>This leads to {who}: {part}.</source>
      <translation>Это указывает на {who}: {part}.</translation>
    </message>
    <message>
      <source>This may lead to {who}: {part}.</source>
      <translation>Возможно, это указывает на {who}: {part}.</translation>
    </message>
    <message>
      <source>Written {script}; recorded {recorded}.</source>
      <translation>Написано {script}, записано {recorded}.</translation>
    </message>
    <message>
      <source>accusative</source>
      <translation>винительный</translation>
    </message>
    <message>
      <source>another ending</source>
      <translation>другое окончание</translation>
    </message>
    <message>
      <source>another form</source>
      <translation>другая форма</translation>
    </message>
    <message>
      <source>another spelling</source>
      <translation>другое написание</translation>
    </message>
    <message>
      <source>as recorded</source>
      <translation>как записано</translation>
    </message>
    <message>
      <source>at the start of a sentence</source>
      <translation>в начале предложения</translation>
    </message>
    <message>
      <source>behind a title</source>
      <translation>после звания или титула</translation>
    </message>
    <message>
      <source>cut or spaced out</source>
      <translation>разорвано или разбито</translation>
    </message>
    <message>
      <source>date of birth</source>
      <translation>дата рождения</translation>
    </message>
    <message>
      <source>dative</source>
      <translation>дательный</translation>
    </message>
    <message>
      <source>e-mail address</source>
      <translation>адрес электронной почты</translation>
    </message>
    <message>
      <source>full name</source>
      <translation>полное имя</translation>
    </message>
    <message>
      <source>genitive</source>
      <translation>родительный</translation>
    </message>
    <message>
      <source>given name</source>
      <translation>имя</translation>
    </message>
    <message>
      <source>given name and patronymic</source>
      <translation>имя и отчество</translation>
    </message>
    <message>
      <source>in Arabic letters</source>
      <translation>арабскими буквами</translation>
    </message>
    <message>
      <source>in Armenian letters</source>
      <translation>армянскими буквами</translation>
    </message>
    <message>
      <source>in Cyrillic letters</source>
      <translation>кириллицей</translation>
    </message>
    <message>
      <source>in Georgian letters</source>
      <translation>грузинскими буквами</translation>
    </message>
    <message>
      <source>in Greek letters</source>
      <translation>греческими буквами</translation>
    </message>
    <message>
      <source>in Hebrew letters</source>
      <translation>еврейскими буквами</translation>
    </message>
    <message>
      <source>in Latin letters</source>
      <translation>латиницей</translation>
    </message>
    <message>
      <source>initials</source>
      <translation>инициалы</translation>
    </message>
    <message>
      <source>inside a longer word</source>
      <translation>внутри длинного слова</translation>
    </message>
    <message>
      <source>instrumental</source>
      <translation>творительный</translation>
    </message>
    <message>
      <source>locative</source>
      <translation>предложный</translation>
    </message>
    <message>
      <source>mentioned in the record</source>
      <translation>упоминание в записи</translation>
    </message>
    <message>
      <source>name</source>
      <translation>часть имени</translation>
    </message>
    <message>
      <source>nickname</source>
      <translation>прозвище</translation>
    </message>
    <message>
      <source>nominative</source>
      <translation>именительный</translation>
    </message>
    <message>
      <source>number of a document</source>
      <translation>номер документа</translation>
    </message>
    <message>
      <source>patronymic</source>
      <translation>отчество</translation>
    </message>
    <message>
      <source>perhaps {who}</source>
      <translation>возможно, {who}</translation>
    </message>
    <message>
      <source>surname</source>
      <translation>фамилия</translation>
    </message>
    <message>
      <source>surname and initials</source>
      <translation>фамилия с инициалами</translation>
    </message>
    <message>
      <source>telephone number</source>
      <translation>номер телефона</translation>
    </message>
    <message>
      <source>the form for a man</source>
      <translation>мужская форма</translation>
    </message>
    <message>
      <source>the form for a woman</source>
      <translation>женская форма</translation>
    </message>
    <message>
      <source>user name</source>
      <translation>имя пользователя</translation>
    </message>
    <message>
      <source>vocative</source>
      <translation>звательный</translation>
    </message>
    <message>
      <source>{cases}, or {form}</source>
      <translation>{cases}, либо {form}</translation>
    </message>
    <message>
      <source>{first} or {last}</source>
      <translation>{first} или {last}</translation>
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
      <translation>переводчик</translation>
    </message>
    <message>
      <source>interviewee</source>
      <translation>опрошенный</translation>
    </message>
    <message>
      <source>other</source>
      <translation>другое</translation>
    </message>
    <message>
      <source>perpetrator</source>
      <translation>причастный к нарушению</translation>
    </message>
    <message>
      <source>relative</source>
      <translation>родственник</translation>
    </message>
    <message>
      <source>victim</source>
      <translation>пострадавший</translation>
    </message>
    <message>
      <source>witness</source>
      <translation>свидетель</translation>
    </message>
  </context>
  <context>
    <name>steps</name>
    <message>
      <source>{section}, asked again</source>
      <translation>{section}, ещё раз</translation>
    </message>
  </context>
</TS>
