@echo off
rem Starts Korpu by a double click: finds Python 3, runs run.py, keeps the window open when something went wrong.
chcp 65001 >nul
cd /d "%~dp0"
set "PYTHONUTF8=1"
where py >nul 2>nul
if %errorlevel%==0 (set "KORPU_PYTHON=py -3") else (set "KORPU_PYTHON=python")
%KORPU_PYTHON% -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if errorlevel 1 (
  echo Korpu needs Python 3.11 or newer. Install it from python.org, tick "Add python.exe to PATH", then start again.
  pause
  exit /b 1
)
%KORPU_PYTHON% run.py %*
if errorlevel 1 pause
