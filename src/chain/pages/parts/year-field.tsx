import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';

interface Props {
  readonly year: number;
  onYear(year: number): void;
}

/** The year that is looked at, with the ones beside it. */
export const YearField = ({ year, onYear }: Props) => (
  <fieldset className="chain-year">
    <legend className="visually-hidden">哪一年</legend>
    <Button aria-label={`${year - 1} 年`} icon={<LeftOutlined aria-hidden="true" />} onClick={() => onYear(year - 1)} />
    <b>{year} 年</b>
    <Button
      aria-label={`${year + 1} 年`}
      icon={<RightOutlined aria-hidden="true" />}
      onClick={() => onYear(year + 1)}
    />
  </fieldset>
);
