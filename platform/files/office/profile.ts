import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const setting = (path: string, name: string, value: string): string =>
  `<item oor:path="${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;

/** Nothing of the file may run, and nothing outside it may be fetched, whoever the file points to. */
const settings = [
  setting('/org.openoffice.Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true'),
  setting('/org.openoffice.Office.Common/Security/Scripting', 'MacroSecurityLevel', '3'),
  setting('/org.openoffice.Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'),
  setting('/org.openoffice.Office.Common/Security/Scripting', 'DisableActiveContent', 'true'),
  setting('/org.openoffice.Office.Writer/Content/Update', 'Link', '0'),
  setting('/org.openoffice.Inet/Settings', 'ooInetProxyType', '2'),
  setting('/org.openoffice.Inet/Settings', 'ooInetHTTPProxyName', '127.0.0.1'),
  setting('/org.openoffice.Inet/Settings', 'ooInetHTTPProxyPort', '9'),
  setting('/org.openoffice.Inet/Settings', 'ooInetHTTPSProxyName', '127.0.0.1'),
  setting('/org.openoffice.Inet/Settings', 'ooInetHTTPSProxyPort', '9'),
  setting('/org.openoffice.Setup/Office', 'ooSetupInstCompleted', 'true'),
];

/** Writes the LibreOffice profile of one conversion into a folder of its own. */
export async function writeProfile(folder: string): Promise<void> {
  await mkdir(join(folder, 'user'), { recursive: true });
  const content = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">',
    ...settings,
    '</oor:items>',
  ].join('\n');
  await writeFile(join(folder, 'user', 'registrymodifications.xcu'), content);
}
