import pg from 'pg';
import { newId } from '../../ids/index.ts';

export interface EmptyDatabase {
  readonly address: string;
  readonly drop: () => Promise<void>;
}

/**
 * A database without any table on the server of `administrator` (an address of somebody who may make databases), owned
 * by `login` where one is given: that login is made too, without any right beyond what an operator gives an owner.
 */
export async function emptyDatabase(administrator: string, login?: string): Promise<EmptyDatabase> {
  const name = `empty_${newId()}`;
  const owner = login === undefined ? undefined : `${login}_${newId()}`;
  const client = new pg.Client({ connectionString: administrator });
  await client.connect();
  const quoted = pg.escapeIdentifier(name);
  if (owner !== undefined)
    await client.query(`create role ${pg.escapeIdentifier(owner)} login createrole password 'of the owner'`);
  await client.query(`create database ${quoted}${owner === undefined ? '' : ` owner ${pg.escapeIdentifier(owner)}`}`);
  const address = new URL(administrator);
  address.pathname = `/${name}`;
  if (owner !== undefined) Object.assign(address, { username: owner, password: 'of the owner' });
  return {
    address: address.href,
    drop: async () => {
      await client.query(`drop database ${quoted} with (force)`);
      for (const role of owner === undefined ? [] : [`${owner}_app`, owner])
        await client.query(`drop role if exists ${pg.escapeIdentifier(role)}`);
      await client.end();
    },
  };
}
