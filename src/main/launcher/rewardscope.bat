@echo off
rem Starts Rewardscope with an installed JDK 25 or newer.
setlocal
set "HERE=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
if exist "%HERE%\runtime\bin\java.exe" set "JAVA=%HERE%\runtime\bin\java"
set MAJOR=0
for /f tokens^=2^ delims^=.-+^" %%v in ('"%JAVA%" -version 2^>^&1 ^| findstr /i version') do set MAJOR=%%v
if %MAJOR% LSS 25 (
    echo Rewardscope needs JDK 25 or newer, and none was found: install one ^(for example Eclipse Temurin 25^) or set JAVA_HOME to it. 1>&2
    exit /b 3
)
"%JAVA%" @"%HERE%\bin\jvm.options" --module-path "%HERE%\lib\javafx" -Drewardscope.home="%HERE%" -cp "%HERE%\lib\*" rewardscope.Main %*
