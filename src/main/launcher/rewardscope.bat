@echo off
rem Starts Rewardscope with an installed JDK 25 or newer.
setlocal
set "HERE=%~dp0.."
set "JAVA="
if defined REWARDSCOPE_JAVA call :try "%REWARDSCOPE_JAVA%"
if not defined JAVA if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java"
if not defined JAVA call :try java
for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*") do if not defined JAVA call :try "%%d\bin\java"
if not defined JAVA goto none
set "OPTIONS="
if "%~1"=="" goto window
if /i "%~1"=="open" goto window
goto start

:window
rem The window's classes and their profiles come from an archive that was made with the installation.
set OPTIONS=@"%HERE%\bin\window.options"
if exist "%HERE%\lib\classes.aot" set OPTIONS=%OPTIONS% "-XX:AOTCache=%HERE%\lib\classes.aot"

:start
"%JAVA%" @"%HERE%\bin\jvm.options" %OPTIONS% --module-path "%HERE%\lib\javafx" "-Drewardscope.home=%HERE%" -cp "%HERE%\lib\rewardscope.jar" rewardscope.Main %*
exit /b %ERRORLEVEL%

rem Takes a Java that is new enough.
:try
set MAJOR=0
rem The outer pair of quotes is for cmd, which takes it off; without it a path with spaces would lose its own.
for /f tokens^=2^ delims^=.-+^" %%v in ('""%~1" -version 2^>^&1 ^| findstr /i version"') do set MAJOR=%%v
if %MAJOR% GEQ 25 set "JAVA=%~1"
exit /b 0

:none
echo Rewardscope needs JDK 25 or newer, and none was found: install one (for example Eclipse Temurin 25) or set JAVA_HOME to it. 1>&2
exit /b 3
