@echo off
rem Starts Rewardscope with the runtime that lies beside it, or with an installed JDK 25 or newer.
setlocal
set "HERE=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
if exist "%HERE%\runtime\bin\java.exe" set "JAVA=%HERE%\runtime\bin\java"
set MAJOR=0
rem The outer pair of quotes is for cmd, which takes it off; without it a path with spaces would lose its own.
for /f tokens^=2^ delims^=.-+^" %%v in ('""%JAVA%" -version 2^>^&1 ^| findstr /i version"') do set MAJOR=%%v
if %MAJOR% LSS 25 goto none
set "OPTIONS="
if "%~1"=="" goto window
if /i "%~1"=="open" goto window
goto start

:window
rem The window's classes and their profiles come from an archive: the installation's, or one that the first start leaves.
set OPTIONS=@"%HERE%\bin\window.options"
set "ARCHIVE=%HERE%\lib\classes.aot"
if exist "%ARCHIVE%" goto recall
if not defined LOCALAPPDATA goto start
set "CACHE=%LOCALAPPDATA%\Rewardscope\cache"
set "KEY="
for %%f in ("%HERE%\lib\rewardscope.jar") do set "KEY=%%~zf-%%~tf"
set "KEY=%KEY: =%"
set "KEY=%KEY:/=%"
set "KEY=%KEY::=%"
set "KEY=%KEY:.=%"
set "ARCHIVE=%CACHE%\classes-%KEY%.aot"
if exist "%ARCHIVE%" goto recall
if not exist "%CACHE%" mkdir "%CACHE%" 2>nul
if not exist "%CACHE%" goto start
del /q "%CACHE%\classes*" 2>nul
set OPTIONS=%OPTIONS% "-XX:AOTCacheOutput=%ARCHIVE%"
goto start
:recall
set OPTIONS=%OPTIONS% "-XX:AOTCache=%ARCHIVE%"

:start
"%JAVA%" @"%HERE%\bin\jvm.options" %OPTIONS% --module-path "%HERE%\lib\javafx" "-Drewardscope.home=%HERE%" -cp "%HERE%\lib\*" rewardscope.Main %*
exit /b %ERRORLEVEL%

:none
echo Rewardscope needs JDK 25 or newer, and none was found: install one (for example Eclipse Temurin 25) or set JAVA_HOME to it. 1>&2
exit /b 3
